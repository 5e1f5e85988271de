import path from 'node:path';
import type { SecretUse } from '../apis/server/index.ts';
import { isSigningSecretName } from '../credentials/secret-names.ts';
import { namesWith } from '../credentials/words.ts';
import { argumentAt, calleeName } from '../syntax/functions.ts';
import type { Node, TSESTree } from '../syntax/nodes.ts';
import { dressed, memberName, propertyName } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { nodesOf } from '../syntax/source-file.ts';
import { environmentVariable, settingAsked } from './secret-literals.ts';

/** Files of texts that people read, in which the name of a secret is followed by its label. */
const TRANSLATIONS = /[/\\](?:locales?|i18n|lang|langs|languages|translations?)[/\\]/i;

/** A secret by its name. */
export interface NamedSecret extends SecretUse {
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
export function* namedSecrets(file: SourceFile): Generator<NamedSecret> {
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
  for (const { id, init } of nodesOf(file, 'VariableDeclarator')) {
    if (id.type === 'Identifier' && init && isSigningSecretName(id.name)) yield { node: id, secret: { file, node: init }, taker: id.name };
  }
  for (const property of nodesOf(file, 'Property')) {
    const name = property.parent.type === 'ObjectExpression' ? secretNameOf(file, property, property.parent) : undefined;
    if (name !== undefined) yield { node: property, secret: { file, node: property.value }, taker: name };
  }
  for (const field of nodesOf(file, 'PropertyDefinition')) {
    const name = propertyName(field)?.replace(/^#/, '');
    if (name !== undefined && field.value && isSigningSecretName(name))
      yield { node: field, secret: { file, node: field.value }, taker: name };
  }
}

/** The name by which a property is a secret's. In `{ jwt: { secret } }` and `const jwtConfig = { secret }` that around it says so. */
function secretNameOf(file: SourceFile, property: TSESTree.Property, object: TSESTree.ObjectExpression): string | undefined {
  const name = propertyName(property);
  const around = nameAround(object);
  if (name === undefined || (around !== undefined && REFUSED.test(around))) return undefined;
  if (isSigningSecretName(name)) return name;
  const full = around === undefined ? undefined : `${around}.${name}`;
  if (full !== undefined && isSigningSecretName(full) && isSigningSecretName(name, true)) return full;
  const isAuthConfig = /auth|jwt|session|passport|token/i.test(path.basename(file.path));
  return isSigningSecretName(name, isAuthConfig) ? name : undefined;
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

/** `console.log(process.env.JWT_SECRET || 'not set')`: said, not used. */
function isLogged(node: Node): boolean {
  const { parent } = dressed(node);
  return parent?.type === 'CallExpression' && /^(?:log|info|warn|error|debug|trace)$/.test(calleeName(parent) ?? '');
}
