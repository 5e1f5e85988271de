import type { TokenSigning } from '../../apis/jwt/index.ts';
import { isMadeUpOrigin } from '../../apis/made-up-texts.ts';
import { tokenReadsOf } from '../../apis/server/express-app.ts';
import { ownFunctions } from '../../app/handlers.ts';
import type { Route } from '../../app/route.ts';
import { handlerNames } from '../../app/routes.ts';
import { isRefreshTokenName } from '../../credentials/names.ts';
import { isSignInPath, isSignUpPath } from '../../credentials/session-words.ts';
import type { BodyExposure } from '../../exposures/index.ts';
import { bodyExposures } from '../../exposures/response-bodies.ts';
import { verificationsOf } from '../../exposures/jwt-calls.ts';
import { signingsOf } from '../../exposures/token-sources.ts';
import { sourcesOf } from '../../flow/back.ts';
import type { Location } from '../../flow/location.ts';
import { locationOf } from '../../flow/location.ts';
import { originOf } from '../../flow/origin.ts';
import type { Place } from '../../flow/resolve.ts';
import { resolveValue } from '../../flow/resolve.ts';
import type { Node } from '../../syntax/nodes.ts';
import { contains, memberName, propertyName } from '../../syntax/nodes.ts';
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
  const because = signedOtherwise({ file, node: valueIn(node) }, facts.server.sessionSecrets ?? sessionSecretsOf([file]));
  return because === undefined ? undefined : { because, isSignIn: names.some(isSignInPath) };
}

/** Why a value is no token that is verified with one of these secrets; undefined where it may be one. */
function signedOtherwise(value: Place, known: ReadonlySet<string>): string | undefined {
  if (known.size === 0) return undefined;
  const secrets = signingSecrets(value);
  const [secret] = secrets;
  if (secret === undefined) return isMadeUp(value) ? 'nothing signs it, and sessions are verified by their signature' : undefined;
  return secrets.some((one) => known.has(one)) ? undefined : `it is signed with ${secret}, with which no session is verified`;
}

/** Whether all that a route answers with is no session's token: a code of a lesson, a ticket that is signed with another secret. */
export function isForOthers({ path, handlers }: Route, known: ReadonlySet<string>): boolean {
  if (known.size === 0 || isSignInPath(path) || isSignUpPath(path)) return false;
  const functions = handlers.slice(-1).flatMap((handler) => ownFunctions(handler));
  const answered = functions.flatMap(({ file, node }) => bodyExposures(file).filter((one) => contains(node, one.node)));
  return (
    answered.length > 0 &&
    answered.every(
      ({ file, node, credential }) =>
        credential.kind !== 'refresh token' && signedOtherwise({ file, node: valueIn(node) }, known) !== undefined,
    )
  );
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
  const secrets = new Set<string | undefined>();
  for (const at of placesBehind(place) ?? []) {
    const signing = signingAt(at);
    if (signing) secrets.add(signing.secret && nameOfSecret({ file: at.file, node: signing.secret }));
  }
  const known = [...secrets].filter((one) => one !== undefined);
  return known.length === secrets.size ? known : [];
}

/** Whether all that a value is seen to come from is chance or a hash: no library takes such a text for a signed token. */
function isMadeUp(place: Place): boolean {
  const ends = (placesBehind(place) ?? []).filter((at) => signingAt(at) !== undefined || sourcesOf(at).length === 0);
  return ends.length > 0 && ends.every(({ file, node, path }) => path.length === 0 && isMadeUpOrigin(originOf(file, node) ?? ''));
}

/** All that a value may come from, no further than what signs it; undefined where it is too much. */
function placesBehind(place: Place): readonly Location[] | undefined {
  const found = new Set([locationOf(place.file, place.node)]);
  for (const at of found) {
    if (signingAt(at)) continue;
    if (found.size >= MOST_PLACES) return undefined;
    for (const next of sourcesOf(at)) found.add(next);
  }
  return [...found];
}

function signingAt({ file, node, path }: Location): TokenSigning | undefined {
  return path.length === 0 && node.type === 'CallExpression' ? signingsOf(file).get(node) : undefined;
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
