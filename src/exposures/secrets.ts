import path from 'node:path';
import type { SecretUse } from '../apis/server/index.ts';
import { couldBeSecret, isLabelOf, isPlaceholderSecret, isSigningSecretName } from '../credentials/secret-names.ts';
import { namesWith, splitWords } from '../credentials/words.ts';
import { bindingOf, valuesOf, variableOf } from '../syntax/bindings.ts';
import { environmentAsked } from '../flow/environment.ts';
import type { Place } from '../flow/resolve.ts';
import { resolveValue } from '../flow/resolve.ts';
import { argumentAt, calleeName, returnsOf } from '../syntax/functions.ts';
import { calledFunction } from '../flow/calls.ts';
import type { Node, TSESTree } from '../syntax/nodes.ts';
import { bare, dressed, memberName, propertyName } from '../syntax/nodes.ts';
import { runtimeAt } from '../syntax/runtime.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { nodesOf, perFile, textOf } from '../syntax/source-file.ts';
import { passedOn } from './envelopes.ts';
import type { SecretExposure } from './exposure.ts';
import { isOfServer } from './secret-places.ts';
import { serversIn } from './server-apis.ts';
import { jwtLibrariesIn } from './token-sources.ts';
import { either } from '../credentials/alternatives.ts';

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
    /@hapi\//,
    /\.keys =/,
    /\.keys=/,
  ],
  'i',
);

/** Files of texts that people read, in which the name of a secret is followed by its label. */
const TRANSLATIONS = /[/\\](?:locales?|i18n|lang|langs|languages|translations?)[/\\]/i;

/** Secrets that sign sessions and are written in the code, or fall back to a text that is. */
export const secretExposures = perFile((file): readonly SecretExposure[] => {
  const found = new Map<Node, SecretExposure>();
  const handed = new Set<SecretUse>(usesOfSecrets(file));
  for (const use of [...handed, ...namedSecrets(file)]) {
    const literal = literalOf(use);
    if (
      !literal ||
      !couldBeSecret(literal.text, handed.has(use)) ||
      isLabelOf(use.taker, literal.text) ||
      (!handed.has(use) && isOwnName(use, literal.text))
    )
      continue;
    const isElsewhere = literal.file !== file;
    // A literal of another file is reported there where its own name says what it is.
    if (isElsewhere && secretExposures(literal.file).some((one) => one.literal === literal.node)) continue;
    const node = isElsewhere ? use.secret.node : literal.reported;
    if (found.has(node) || runtimeAt(file, node) === 'browser' || !isOfServer({ file, node })) continue;
    const variable = literal.variable ?? (literal.form === 'fallback' && /^[A-Z][A-Z\d_]+$/.test(use.taker) ? use.taker : undefined);
    found.set(node, {
      kind: 'hardcoded-secret',
      file,
      node,
      form: literal.form,
      literal: literal.node,
      taker: use.taker,
      isPlaceholder: isPlaceholderSecret(literal.text),
      ...(variable === undefined ? literal.isParameter && { isParameter: true } : { variable }),
    });
  }
  return [...found.values()];
}, []);

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
}

/** A secret by its name. */
interface NamedSecret extends SecretUse {
  /** Whether the expression is what is taken where something else is not set. */
  readonly isFallback?: boolean;
  /** The setting that is asked first. */
  readonly variable?: string;
}

/** Whether any word of a text is such a name: `clientSecret`, of which most secrets are, is none. */
function namesSecret(text: string): boolean {
  for (const name of namesWith(text, /secret|jwt/gi)) if (isSigningSecretName(name, true)) return true;
  return false;
}

/** Variables, fields, properties and parameters whose names say that they are such a secret. */
function* namedSecrets(file: SourceFile): Generator<NamedSecret> {
  if (!namesSecret(file.text)) return;
  if (!TRANSLATIONS.test(file.path)) yield* declaredSecrets(file);
  // const { JWT_SECRET = 'x' } = process.env, (jwtSecret = 'x') => …
  for (const pattern of nodesOf(file, 'AssignmentPattern')) {
    const names = [
      pattern.parent.type === 'Property' ? propertyName(pattern.parent) : undefined,
      pattern.left.type === 'Identifier' ? pattern.left.name : undefined,
    ];
    const name = names.find((one) => one !== undefined && isSigningSecretName(one));
    if (name !== undefined && pattern.left.type === 'Identifier')
      yield { node: pattern, secret: { file, node: pattern.left }, taker: name };
  }
  for (const { left, right, operator } of nodesOf(file, 'AssignmentExpression')) {
    const name = left.type === 'MemberExpression' ? memberName(left) : left.type === 'Identifier' ? left.name : undefined;
    // A variable's values are looked at together: one of them may be the environment's.
    if (name !== undefined && isSigningSecretName(name))
      yield {
        node: left,
        secret: { file, node: left.type === 'Identifier' ? left : right },
        taker: name,
        ...(/^(?:\|\||\?\?)=$/.test(operator) && { isFallback: true }),
      };
  }
  yield* environmentFallbacks(file);
}

/** Lists of what nobody may use: `const PLACEHOLDER_SECRETS = { JWT_SECRET: 'secret' }`. */
const REFUSED = /placeholder|example|insecure|weak|forbidden|refused|known|compromised|denied/i;

function* declaredSecrets(file: SourceFile): Generator<NamedSecret> {
  const isAuthConfig = /auth|jwt|session|passport|token/i.test(path.basename(file.path));
  for (const { id, init } of nodesOf(file, 'VariableDeclarator')) {
    if (id.type === 'Identifier' && init && isSigningSecretName(id.name)) yield { node: id, secret: { file, node: init }, taker: id.name };
  }
  for (const property of nodesOf(file, 'Property')) {
    const name = propertyName(property);
    if (name === undefined || property.parent.type !== 'ObjectExpression') continue;
    // { jwt: { secret } }, const jwtConfig = { secret }: the name around it says what it signs.
    const around = nameAround(property.parent);
    if (around !== undefined && REFUSED.test(around)) continue;
    const full =
      around !== undefined && isSigningSecretName(`${around}.${name}`) && isSigningSecretName(name, true) ? `${around}.${name}` : name;
    if (full !== name || isSigningSecretName(name, isAuthConfig))
      yield { node: property, secret: { file, node: property.value }, taker: isSigningSecretName(name) ? name : full };
  }
  for (const field of nodesOf(file, 'PropertyDefinition')) {
    const name = propertyName(field)?.replace(/^#/, '');
    if (name !== undefined && field.value && isSigningSecretName(name))
      yield { node: field, secret: { file, node: field.value }, taker: name };
  }
}

/** The name of the property or variable that an object is the value of. */
function nameAround(object: TSESTree.ObjectExpression): string | undefined {
  const outer = dressed(object);
  const { parent } = outer;
  if (parent?.type === 'Property' && parent.value === outer) return propertyName(parent);
  return parent?.type === 'VariableDeclarator' && parent.init === outer && parent.id.type === 'Identifier' ? parent.id.name : undefined;
}

/** `process.env.JWT_SECRET || 'x'`, wherever it stands. */
function* environmentFallbacks(file: SourceFile): Generator<NamedSecret> {
  for (const logical of nodesOf(file, 'LogicalExpression')) {
    const variable = logical.operator === '&&' || isLogged(logical) ? undefined : environmentVariable(file, logical.left);
    if (variable !== undefined && isSigningSecretName(variable)) yield { node: logical, secret: { file, node: logical }, taker: variable };
  }
  // config.get('JWT_SECRET', 'x'), env('JWT_SECRET', 'x')
  for (const call of nodesOf(file, 'CallExpression')) {
    const name = settingAsked(call);
    const fallback = argumentAt(call, 1);
    if (name !== undefined && fallback?.type === 'Literal' && isSigningSecretName(name))
      yield { node: call, secret: { file, node: fallback }, taker: name, isFallback: true, variable: name };
  }
}

/** What a setting's getter asks for: `JWT_SECRET` of `config.get('JWT_SECRET')`. */
function settingAsked(node: Node): string | undefined {
  const name = node.type === 'CallExpression' && /^(?:get|env|getEnv|str)$/.test(calleeName(node) ?? '') ? argumentAt(node, 0) : undefined;
  return name?.type === 'Literal' && typeof name.value === 'string' ? name.value : undefined;
}

/** `console.log(process.env.JWT_SECRET || 'not set')`: said, not used. */
function isLogged(node: Node): boolean {
  const { parent } = dressed(node);
  return parent?.type === 'CallExpression' && /^(?:log|info|warn|error|debug|trace)$/.test(calleeName(parent) ?? '');
}

interface FoundLiteral {
  readonly file: SourceFile;
  readonly node: Node;
  readonly text: string;
  readonly form: SecretExposure['form'];
  /** What is reported: the literal, or the whole `a || 'literal'`. */
  readonly reported: Node;
  readonly variable?: string;
  readonly isParameter?: boolean;
}

/** The literal that a use of a secret comes to. */
function literalOf(use: NamedSecret): FoundLiteral | undefined {
  const literal = literalIn(use.secret);
  return literal && use.isFallback
    ? { ...literal, form: 'fallback', ...(use.variable !== undefined && { variable: use.variable }) }
    : literal;
}

/** The literal that a secret is, or falls back to. */
function literalIn(place: Place, steps = 8): FoundLiteral | undefined {
  if (steps <= 0) return undefined;
  const { file, node } = resolveValue(place);
  const inner = (child: Node): FoundLiteral | undefined => literalIn({ file, node: child }, steps - 1);
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string' ? { file, node, text: node.value, form: 'literal', reported: node } : undefined;
    case 'TemplateLiteral':
      return node.expressions.length === 0
        ? { file, node, text: node.quasis[0]?.value.cooked ?? '', form: 'literal', reported: node }
        : undefined;
    case 'Identifier':
      return defaultOf(file, node, steps) ?? lastResort(file, node, steps);
    case 'LogicalExpression': {
      const literal = node.operator === '&&' ? undefined : inner(node.right);
      const variable = environmentVariable(file, node.left);
      return literal && { ...literal, form: 'fallback', reported: node, ...(variable !== undefined && { variable }) };
    }
    case 'ConditionalExpression': {
      // A made-up secret for tests alone is what tests need.
      const asked = environmentAsked({ file, node: node.test });
      if (asked?.environment === 'test') return inner(asked.is ? node.alternate : node.consequent);
      const literal = inner(node.alternate) ?? inner(node.consequent);
      const variable = environmentVariable(file, node.consequent) ?? environmentVariable(file, node.alternate);
      return literal && { ...literal, form: 'fallback', reported: node, ...(variable !== undefined && { variable }) };
    }
    case 'ObjectExpression':
      return declaredDefault(file, node, steps);
    case 'CallExpression': {
      const same = passedThrough(node);
      if (same) return inner(same);
      // z.string().default('x'), and envalid's str({ default: 'x' })
      const first = argumentAt(node, 0);
      const literal =
        calleeName(node) === 'default'
          ? first && inner(first)
          : first?.type === 'ObjectExpression'
            ? declaredDefault(file, first, steps)
            : undefined;
      if (literal) return { ...literal, form: 'fallback' };
      return ofCalled(file, node, steps);
    }
    default:
      return undefined;
  }
}

/** What a function of the app's gives back: a text of its own, or the default that it is handed: `env('JWT_SECRET', 'x')`. */
function ofCalled(file: SourceFile, call: TSESTree.CallExpression, steps: number): FoundLiteral | undefined {
  const called = calledFunction(file, call);
  if (!called) return undefined;
  const own = returnsOf(called.node)
    .map((one) => literalIn({ file: called.file, node: one }, steps - 1))
    .find((one) => one !== undefined);
  if (own) return own;
  const handed = passedOn(called.file, called.node)
    .flatMap((index) => argumentAt(call, index) ?? [])
    .map((one) => literalIn({ file, node: one }, steps - 1))
    .find((one) => one !== undefined);
  return handed && { ...handed, form: 'fallback' };
}

/** `{ env: 'JWT_SECRET', format: String, default: 'x' }`, as convict, envalid and schemas of environments declare a setting. */
function declaredDefault(file: SourceFile, object: TSESTree.ObjectExpression, steps: number): FoundLiteral | undefined {
  const fallback = object.properties.find((one) => one.type === 'Property' && propertyName(one) === 'default');
  const literal = fallback?.type === 'Property' ? literalIn({ file, node: fallback.value }, steps - 1) : undefined;
  return literal && { ...literal, form: 'fallback' };
}

/** `const { JWT_SECRET = 'x' } = process.env`, `(secret = 'x') => …`: the default is the fallback. */
function defaultOf(file: SourceFile, node: TSESTree.Identifier, steps: number): FoundLiteral | undefined {
  const variable = variableOf(file, node);
  const binding = variable && bindingOf(variable);
  if (!binding || !('fallback' in binding)) return undefined;
  const literal = literalIn({ file, node: binding.fallback }, steps - 1);
  const read = binding.kind === 'value' && ENVIRONMENT.test(textOf(file, binding.init)) ? binding.path.at(-1) : undefined;
  return (
    literal && {
      ...literal,
      form: 'fallback',
      ...(read !== undefined && { variable: read }),
      ...(binding.kind === 'parameter' && { isParameter: true }),
    }
  );
}

/** `let secret = process.env.JWT_SECRET; if (!secret) secret = 'x'`: the text that is one of a variable's values. */
function lastResort(file: SourceFile, node: TSESTree.Identifier, steps: number): FoundLiteral | undefined {
  const variable = variableOf(file, node);
  const values = variable ? valuesOf(variable) : [];
  if (values.length < 2) return undefined;
  const literal = values.map((one) => literalIn({ file, node: one }, steps - 1)).find((one) => one !== undefined);
  const read = values.map((one) => environmentVariable(file, one)).find((one) => one !== undefined);
  return literal && { ...literal, form: 'fallback', ...(read !== undefined && { variable: read }) };
}

/** `new TextEncoder().encode(x)`, `Buffer.from(x)`, `String(x)`, `createSecretKey(x)`: the secret in another form. */
function passedThrough(call: TSESTree.CallExpression): Node | undefined {
  const name = calleeName(call) ?? '';
  if (call.callee.type === 'MemberExpression' && /^(?:trim|toString)$/.test(name)) return call.callee.object;
  return /^(?:encode|from|String|createSecretKey)$/.test(name) ? argumentAt(call, 0) : undefined;
}

const ENVIRONMENT = /^(?:process|import\.meta|Bun)\??\.env$|^env$/;

/**
 * The variable of the environment that an expression reads: `process.env.X`, `process.env['X']`, `import.meta.env.X`,
 * `config.get('X')`.
 */
function environmentVariable(file: SourceFile, node: Node): string | undefined {
  const inner = bare(node);
  if (inner.type === 'LogicalExpression') return environmentVariable(file, inner.left) ?? environmentVariable(file, inner.right);
  if (inner.type !== 'MemberExpression') return settingAsked(inner);
  return ENVIRONMENT.test(textOf(file, inner.object)) ? memberName(inner) : undefined;
}
