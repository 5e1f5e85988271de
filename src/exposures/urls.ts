import { readName } from '../credentials/names.ts';
import type { Node } from '../syntax/nodes.ts';
import { runtimeAt } from '../syntax/runtime.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { perFile } from '../syntax/source-file.ts';
import type { Credential } from './credential.ts';
import { isCredential, NOT_A_CREDENTIAL, TOKEN_WORDS } from './credential.ts';
import { evidenceFor } from './evidence.ts';
import { article, byName } from './named-evidence.ts';
import { isServiceKey } from './service-keys.ts';
import type { UrlExposure } from './exposure.ts';
import { isAboutOnce, isForOnce, isFromAddress, isPlausible } from './plausible.ts';
import { isRedacted } from './redaction.ts';
import { isForeign, isWellKnownApi } from '../app/requests.ts';
import type { UrlSite } from './url-sites.ts';
import { ADDRESS_HINT, urlSites } from './url-sites.ts';

/** Text without which nothing in an address is a credential. */
export const URL_HINT = [TOKEN_WORDS, ADDRESS_HINT];

/** Credentials in addresses. */
export const urlExposures = perFile((file): readonly UrlExposure[] => {
  const found = new Map<Node, UrlExposure>();
  for (const site of urlSites(file)) {
    const credential = found.has(site.node) ? undefined : judge(file, site);
    if (credential)
      found.set(site.node, {
        kind: 'token-in-url',
        file,
        node: site.node,
        part: site.part,
        goal: site.goal,
        what: article(credential.kind),
        reason: credential.reason,
      });
  }
  return [...found.values()];
});

function judge(file: SourceFile, site: UrlSite): Credential | undefined {
  const credential = credentialOf(file, site) ?? byScheme(site);
  if (!credential || !isSeen(file, site, credential) || isAnothers(file, site.address, credential)) return undefined;
  // A link that is used once is meant to carry its token, and mostly that is signed too.
  const mayBeForOnce = credential.source !== 'storage' && (credential.kind === 'token' || credential.source === 'signing');
  if (mayBeForOnce && (isOnceAddress(site.address) || isForOnce(file, site.node) || isFromAddress(site.value.file, site.value.node)))
    return undefined;
  return isPlausible(file, credential, site.node) ? credential : undefined;
}

/**
 * Whether the address is that of another party. What a script reads from a storage is the app's own session, and so is the host that
 * gets it, but for the APIs that everybody knows.
 */
function isAnothers(file: SourceFile, address: string, { source }: Credential): boolean {
  return isForeign(file, address) && (source !== 'storage' || isWellKnownApi(file, address));
}

/** `?auth=Bearer ${value}`: the scheme says what the value is. */
function byScheme({ value: { file, node }, hasScheme, goal }: UrlSite): Credential | undefined {
  if (!hasScheme || goal === undefined || evidenceFor(file, node) === NOT_A_CREDENTIAL || isServiceKey(node)) return undefined;
  return { node, file, name: 'Bearer', kind: 'access token', strength: 'name', reason: 'the scheme Bearer stands before it' };
}

/** What the value is, by itself or by the parameter's name. */
function credentialOf(file: SourceFile, { value, key, part }: UrlSite): Credential | undefined {
  const reading = key === undefined ? undefined : readName(key, file.settings.names);
  if (reading?.trade !== undefined || isRedacted(value.file, value.node)) return undefined;
  const evidence = evidenceFor(value.file, value.node);
  if (evidence === NOT_A_CREDENTIAL) return undefined;
  if (isCredential(evidence)) {
    // A bare token in a path is a link's that is used once, more often than not.
    return part === 'path' && evidence.kind === 'token' && evidence.source !== 'storage' ? undefined : evidence;
  }
  const named =
    key !== undefined && reading?.verdict === 'credential' && !isServiceKey(value.node) ? byName(file, value.node, key) : undefined;
  return isCredential(named) ? { ...named, reason: `the parameter \`${key!}\` names ${article(named.kind)}` } : undefined;
}

/** Whether somebody sees the address: a server's own requests do not pass a browser. */
function isSeen(file: SourceFile, { node, goal }: UrlSite, { strength }: Credential): boolean {
  const runtime = runtimeAt(file, node);
  if (goal === 'redirect') return true;
  if (runtime === 'server') return false;
  // Where it is not known to be a browser, a name is not enough.
  return runtime !== 'unknown' || strength === 'flow' || (strength === 'name' && goal !== undefined && goal !== 'request');
}

const ONCE_WORDS =
  /reset|verify|verification|confirm|confirmation|activate|invite|invitation|join|unsubscribe|magic|accept|set-?password|email/;
const ONCE = new RegExp(`[/#](?:${ONCE_WORDS.source})(?![a-z])`, 'i');

/** `/reset-password?token=`, `/verify/`, `/invite#`. */
function isOnceAddress(address: string): boolean {
  return isAboutOnce(address) || ONCE.test(address);
}
