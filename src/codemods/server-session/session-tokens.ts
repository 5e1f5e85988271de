import { tokenReadsOf } from '../../apis/server/express-app.ts';
import { handlerNames } from '../../app/routes.ts';
import { isRefreshTokenName } from '../../credentials/names.ts';
import { isSignInPath } from '../../credentials/session-words.ts';
import type { BodyExposure } from '../../exposures/index.ts';
import { verificationsOf } from '../../exposures/jwt-calls.ts';
import { signingsOf } from '../../exposures/token-sources.ts';
import { sourcesOf } from '../../flow/back.ts';
import { locationOf } from '../../flow/location.ts';
import { originOf } from '../../flow/origin.ts';
import type { Place } from '../../flow/resolve.ts';
import { resolveValue } from '../../flow/resolve.ts';
import type { Node } from '../../syntax/nodes.ts';
import { memberName, propertyName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { textOf } from '../../syntax/source-file.ts';
import type { CodemodContext } from '../define-codemod.ts';
import { either } from '../../credentials/alternatives.ts';

/** Routes that hand out tokens for something else than the session of whoever asks. */
const OTHER_PURPOSE = either(
  [
    /api-?_?keys?/,
    /ticket/,
    /impersonat/,
    /act-?_?as\b/,
    /on-?_?behalf/,
    /invit/,
    /unsubscribe/,
    /webhook/,
    /upload/,
    /download/,
    /share/,
    /embed/,
    /personal-?_?access/,
    /service-?_?account/,
    /socket/,
    /device/,
  ],
  'i',
);

/** Why a token is no session's, and whether people sign in there all the same. */
export interface OtherPurpose {
  readonly because: string;
  readonly isSignIn: boolean;
}

/**
 * Why a token that an answer carries is none of a session: it is signed with another secret than those with which
 * sessions are verified, or its route is for something else. Undefined where it may be one.
 */
export function otherPurpose({ file, facts }: CodemodContext, { node, credential, handler }: BodyExposure): OtherPurpose | undefined {
  // It renews sessions, with a secret of its own as often as not.
  if (credential.kind === 'refresh token' || isRefreshTokenName(keyOfToken(node) ?? '')) return undefined;
  const names = handler ? handlerNames(file, handler) : [];
  const route = names.find((name) => OTHER_PURPOSE.test(name));
  if (route !== undefined && !names.some(isSignInPath)) return { because: `\`${route}\` is for something else`, isSignIn: false };
  const known = facts.server.sessionSecrets ?? sessionSecretsOf([file]);
  const secrets = known.size > 0 ? signingSecrets({ file, node: valueIn(node) }) : [];
  const [secret] = secrets;
  if (secret === undefined || secrets.some((one) => known.has(one))) return undefined;
  return { because: `it is signed with ${secret}, with which no session is verified`, isSignIn: names.some(isSignInPath) };
}

/** Whether all that is seen to have signed a token did so with other secrets than those with which sessions are verified. */
export function isSignedForOthers({ file, facts }: Pick<CodemodContext, 'file' | 'facts'>, token: Place): boolean {
  const known = facts.server.sessionSecrets ?? sessionSecretsOf([file]);
  const secrets = known.size > 0 ? signingSecrets(token) : [];
  return secrets.length > 0 && !secrets.some((one) => known.has(one));
}

/** The name under which a token is answered. */
function keyOfToken(node: Node): string | undefined {
  if (node.type === 'Property') return propertyName(node);
  return node.type === 'AssignmentExpression' && node.left.type === 'MemberExpression' ? memberName(node.left) : undefined;
}

function valueIn(node: Node): Node {
  if (node.type === 'Property') return node.value;
  return node.type === 'AssignmentExpression' ? node.right : node;
}

/** The secrets with which sessions are verified, where all of them are known; else none. */
export function sessionSecretsOf(files: readonly SourceFile[]): ReadonlySet<string> {
  // Libraries verify by themselves.
  if (files.some(({ text }) => /passport-jwt|express-jwt|express-oauth2-jwt-bearer/.test(text))) return new Set();
  const secrets = files
    .filter((file) => tokenReadsOf(file).length > 0)
    .flatMap((file) => verificationsOf(file).map(({ secret }) => secret && nameOfSecret({ file, node: secret })));
  return secrets.includes(undefined) ? new Set() : new Set(secrets.filter((one) => one !== undefined));
}

/** How many places a token is looked for in, on the way back to what signed it. */
const MOST_PLACES = 200;

/** The secrets that a value may have been signed with, where all of them can be seen; else none. */
function signingSecrets(place: Place): readonly string[] {
  const found = new Set([locationOf(place.file, place.node)]);
  const secrets = new Set<string | undefined>();
  for (const at of found) {
    const signing = at.path.length === 0 && at.node.type === 'CallExpression' ? signingsOf(at.file).get(at.node) : undefined;
    if (signing) secrets.add(signing.secret && nameOfSecret({ file: at.file, node: signing.secret }));
    else if (found.size < MOST_PLACES) for (const next of sourcesOf(at)) found.add(next);
    else return [];
  }
  const known = [...secrets].filter((one) => one !== undefined);
  return known.length === secrets.size ? known : [];
}

/** A secret by the variable of the environment that it is taken from, or by its text. */
function nameOfSecret(place: Place): string | undefined {
  const { file, node } = resolveValue(place);
  if (node.type === 'LogicalExpression') return nameOfSecret({ file, node: node.left });
  if (node.type === 'TSNonNullExpression' || node.type === 'TSAsExpression') return nameOfSecret({ file, node: node.expression });
  if (node.type === 'Literal' && typeof node.value === 'string') return `a text of its own (${node.value.slice(0, 2)}…)`;
  const origin = node.type === 'MemberExpression' ? originOf(file, node) : undefined;
  if (origin?.startsWith('process.env.')) return origin.slice('process.env.'.length);
  const asked = node.type === 'CallExpression' ? /^requireSecret\(['"`](\w+)['"`]\)$/.exec(textOf(file, node)) : undefined;
  return asked?.[1];
}
