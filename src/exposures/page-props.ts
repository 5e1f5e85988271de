import { pageData } from '../apis/pages/index.ts';
import type { PageValue } from '../apis/pages/index.ts';
import { readName } from '../credentials/names.ts';
import { hintOfAny, mentioned } from '../syntax/hints.ts';
import type { Node } from '../syntax/nodes.ts';
import { bare, isNothing } from '../syntax/nodes.ts';
import { shapeOf } from '../flow/objects.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { perFile } from '../syntax/source-file.ts';
import type { Credential } from './credential.ts';
import { isCredential, NOT_A_CREDENTIAL, strongest, TOKEN_WORDS } from './credential.ts';
import { evidenceFor } from './evidence.ts';
import { article, byName } from './named-evidence.ts';
import type { PagePropsExposure } from './exposure.ts';
import { first } from './first.ts';
import { credentialWithin } from './holders.ts';
import { isFromAddress, isPlausible } from './plausible.ts';
import { isRedacted } from './redaction.ts';

/** Text without which nothing that a page is given is a credential. */
export const PAGE_PROPS_HINT = [TOKEN_WORDS, hintOfAny(pageData)];

const pageDataIn = mentioned(pageData);

/** Credentials that servers hand to pages. */
export const pagePropsExposures = perFile((file): readonly PagePropsExposure[] => {
  const found = new Map<Node, PagePropsExposure>();
  for (const api of pageDataIn(file)) {
    for (const value of api.values(file)) {
      const credential = found.has(value.node) ? undefined : judge(file, value);
      if (credential)
        found.set(value.node, {
          kind: 'token-in-page-props',
          file,
          node: value.node,
          way: value.way,
          what: article(credential.kind),
          reason: credential.reason,
        });
    }
  }
  return [...found.values()];
});

function judge(file: SourceFile, given: PageValue, depth = 3): Credential | undefined {
  const { node, name, value } = given;
  const reading = readName(name, file.settings.names);
  if (reading.trade !== undefined || isRedacted(value.file, value.node) || isFromAddress(value.file, value.node)) return undefined;
  const evidence = evidenceFor(value.file, value.node);
  if (evidence === NOT_A_CREDENTIAL || isNothing(value.node)) return undefined;
  const best = strongest([evidence, reading.verdict === 'credential' ? byName(file, node, name) : undefined]);
  const credential = isCredential(best) ? best : (inParts(file, given, depth) ?? credentialWithin(value.file, value.node));
  return credential && isPlausible(file, credential, node) ? credential : undefined;
}

/** What is in an object that is handed over. */
function inParts(file: SourceFile, { node, value, way }: PageValue, depth: number): Credential | undefined {
  const inner = bare(value.node);
  const entries = depth > 0 && inner.type === 'ObjectExpression' ? (shapeOf(value)?.entries.values() ?? []) : [];
  return first(entries, (entry) => judge(file, { node, name: entry.name, value: { file: entry.file, node: entry.value }, way }, depth - 1));
}
