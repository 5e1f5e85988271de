import { clientSessions } from '../apis/auth/index.ts';
import type { SecretUse } from '../apis/server/index.ts';
import { either } from '../credentials/alternatives.ts';
import { couldBeSecret, isLabelOf, isPlaceholderSecret } from '../credentials/secret-names.ts';
import { splitWords } from '../credentials/words.ts';
import type { Node } from '../syntax/nodes.ts';
import { mentioned } from '../syntax/hints.ts';
import { runtimeAt } from '../syntax/runtime.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { perFile } from '../syntax/source-file.ts';
import type { SecretExposure } from './exposure.ts';
import type { NamedSecret } from './named-secrets.ts';
import { namedSecrets } from './named-secrets.ts';
import type { FoundLiteral } from './secret-literals.ts';
import { literalIn } from './secret-literals.ts';
import { isOfServer } from './secret-places.ts';
import { serversIn } from './server-apis.ts';
import { jwtLibrariesIn } from './token-sources.ts';

/** Text without which no file has such a secret. */
export const SECRET_HINT = either(
  [
    /secret/,
    /jwt/,
    /jsonwebtoken/,
    /jose/,
    /cookie-session/,
    /cookie-parser/,
    /secure-session/,
    /iron-session/,
    /useSession/,
    /getSession/,
    /updateSession/,
    /SignedCookie/,
    /createHmac/,
    /@hapi\//,
    /\.keys =/,
    /\.keys=/,
  ],
  'i',
);

const clientSessionsIn = mentioned(clientSessions);

/** Secrets that sign sessions and are written in the code, or fall back to a text that is. */
export const secretExposures = perFile((file): readonly SecretExposure[] => {
  const found = new Map<Node, SecretExposure>();
  const handed = new Set<SecretUse>(usesOfSecrets(file));
  for (const use of [...handed, ...namedSecrets(file)]) {
    const literal = literalOf(use);
    const exposure = literal && isSecretText(use, literal.text, handed.has(use)) ? exposureOf(file, use, literal) : undefined;
    if (exposure && !found.has(exposure.node)) found.set(exposure.node, exposure);
  }
  return [...found.values()];
}, []);

function isSecretText(use: SecretUse, text: string, isHanded: boolean): boolean {
  return couldBeSecret(text, isHanded) && !isLabelOf(use.taker, text) && (isHanded || !isOwnName(use, text));
}

function exposureOf(file: SourceFile, { secret, taker }: SecretUse, literal: FoundLiteral): SecretExposure | undefined {
  const isElsewhere = literal.file !== file;
  // A literal of another file is reported there where its own name says what it is.
  if (isElsewhere && secretExposures(literal.file).some((one) => one.literal === literal.node)) return undefined;
  const node = isElsewhere ? secret.node : literal.reported;
  if (runtimeAt(file, node) === 'browser' || !isOfServer({ file, node })) return undefined;
  const variable = literal.variable ?? (literal.form === 'fallback' && /^[A-Z][A-Z\d_]+$/.test(taker) ? taker : undefined);
  return {
    kind: 'hardcoded-secret',
    file,
    node,
    form: literal.form,
    literal: literal.node,
    taker,
    isPlaceholder: isPlaceholderSecret(literal.text),
    ...(variable === undefined ? literal.isParameter && { isParameter: true } : { variable }),
  };
}

/** `{ jwtKey: 'jwtKey' }`: a list of names. Where what it names signs something, the signing says so. */
function isOwnName({ node, taker }: SecretUse, text: string): boolean {
  return node.type === 'Property' && text === taker && splitWords(text).length > 1;
}

/** Secrets that are handed to a library. */
function* usesOfSecrets(file: SourceFile): Generator<SecretUse> {
  for (const api of jwtLibrariesIn(file)) {
    for (const { node, secret, call = api.signCall } of api.signings?.(file) ?? [])
      if (secret) yield { node, secret: { file, node: secret }, taker: call };
    for (const { node, secret, call } of api.verifications?.(file) ?? [])
      if (secret) yield { node, secret: { file, node: secret }, taker: call };
    if (api.keys) yield* api.keys(file);
  }
  for (const api of serversIn(file)) if (api.secrets) yield* api.secrets(file);
  for (const api of clientSessionsIn(file)) yield* api.secrets(file);
}

/** The literal that a use of a secret comes to. */
function literalOf(use: NamedSecret): FoundLiteral | undefined {
  const literal = literalIn(use.secret);
  return literal && use.isFallback
    ? { ...literal, form: 'fallback', ...(use.variable !== undefined && { variable: use.variable }) }
    : literal;
}
