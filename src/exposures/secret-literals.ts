import { bindingOf, valuesOf, variableOf } from '../syntax/bindings.ts';
import { environmentAsked } from '../flow/environment.ts';
import type { Place } from '../flow/resolve.ts';
import { resolveValue } from '../flow/resolve.ts';
import { argumentAt, calleeName, returnsOf } from '../syntax/functions.ts';
import { calledFunction } from '../flow/calls.ts';
import type { ByType } from '../syntax/by-type.ts';
import { byType } from '../syntax/by-type.ts';
import type { Node, TSESTree } from '../syntax/nodes.ts';
import { bare, memberName, propertyName } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { textOf } from '../syntax/source-file.ts';
import { passedOn } from './envelopes.ts';
import type { SecretExposure } from './exposure.ts';

/** The text that a secret comes to. */
export interface FoundLiteral {
  readonly file: SourceFile;
  readonly node: Node;
  readonly text: string;
  readonly form: SecretExposure['form'];
  /** What is reported: the literal, or the whole `a || 'literal'`. */
  readonly reported: Node;
  readonly variable?: string;
  readonly isParameter?: boolean;
}

/** The literal that a secret is, or falls back to. */
export function literalIn(place: Place, steps = 8): FoundLiteral | undefined {
  if (steps <= 0) return undefined;
  const { file, node } = resolveValue(place);
  return byType(LITERALS, node, file, steps);
}

const LITERALS: ByType<FoundLiteral | undefined, [file: SourceFile, steps: number]> = {
  Literal: (node, file) => (typeof node.value === 'string' ? asLiteral(file, node, node.value) : undefined),
  TemplateLiteral: (node, file) => (node.expressions.length === 0 ? asLiteral(file, node, node.quasis[0]?.value.cooked ?? '') : undefined),
  Identifier: (node, file, steps) => defaultOf(file, node, steps) ?? lastResort(file, node, steps),
  LogicalExpression: (node, file, steps) =>
    asFallback(
      node,
      node.operator === '&&' ? undefined : literalIn({ file, node: node.right }, steps - 1),
      environmentVariable(file, node.left),
    ),
  ConditionalExpression: (node, file, steps) => {
    const { test, consequent, alternate } = node;
    const inner = (child: Node): FoundLiteral | undefined => literalIn({ file, node: child }, steps - 1);
    // A made-up secret for tests alone is what tests need.
    const asked = environmentAsked({ file, node: test });
    if (asked?.environment === 'test') return inner(asked.is ? alternate : consequent);
    const variable = environmentVariable(file, consequent) ?? environmentVariable(file, alternate);
    return asFallback(node, inner(alternate) ?? inner(consequent), variable);
  },
  ObjectExpression: (node, file, steps) => declaredDefault(file, node, steps),
  CallExpression: literalInCall,
};

function asLiteral(file: SourceFile, node: Node, text: string): FoundLiteral {
  return { file, node, text, form: 'literal', reported: node };
}

/** A literal that is taken where something else is not set, with the variable that is asked first. */
function asFallback(whole: Node, literal: FoundLiteral | undefined, variable: string | undefined): FoundLiteral | undefined {
  return literal && { ...literal, form: 'fallback', reported: whole, ...(variable !== undefined && { variable }) };
}

/** `Buffer.from('x')`, `z.string().default('x')`, envalid's `str({ default: 'x' })`, a function of the app. */
function literalInCall(call: TSESTree.CallExpression, file: SourceFile, steps: number): FoundLiteral | undefined {
  const same = passedThrough(call);
  if (same) return literalIn({ file, node: same }, steps - 1);
  const first = argumentAt(call, 0);
  if (!first) return ofCalled(file, call, steps);
  const isDefault = calleeName(call) === 'default';
  const given = isDefault ? literalIn({ file, node: first }, steps - 1) : undefined;
  const literal = !isDefault && first.type === 'ObjectExpression' ? declaredDefault(file, first, steps) : given;
  return literal ? { ...literal, form: 'fallback' } : ofCalled(file, call, steps);
}

/** What a function of the app's returns: a text of its own, or the default that it is handed: `env('JWT_SECRET', 'x')`. */
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
export function environmentVariable(file: SourceFile, node: Node): string | undefined {
  const inner = bare(node);
  if (inner.type === 'LogicalExpression') return environmentVariable(file, inner.left) ?? environmentVariable(file, inner.right);
  if (inner.type !== 'MemberExpression') return settingAsked(inner);
  return ENVIRONMENT.test(textOf(file, inner.object)) ? memberName(inner) : undefined;
}

/** What a setting's getter asks for: `JWT_SECRET` of `config.get('JWT_SECRET')`. */
export function settingAsked(node: Node): string | undefined {
  const name = node.type === 'CallExpression' && /^(?:get|env|getEnv|str)$/.test(calleeName(node) ?? '') ? argumentAt(node, 0) : undefined;
  return name?.type === 'Literal' && typeof name.value === 'string' ? name.value : undefined;
}
