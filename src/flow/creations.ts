import { bindingOf, variableOf } from '../syntax/bindings.ts';
import { argumentAt } from '../syntax/functions.ts';
import { constructorOf } from '../syntax/members.ts';
import type { CallNode, ClassNode, FunctionNode, Node, TSESTree } from '../syntax/nodes.ts';
import { bare, enclosingClass, isClass, memberName } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { nodesOf } from '../syntax/source-file.ts';
import type { Place } from './resolve.ts';
import { MAX_STEPS, memberOf, resolveValue } from './resolve.ts';

/** A parameter of a function, of a class's constructor or of a function that makes objects; or a part of it. */
export interface BoundParameter {
  readonly fn: FunctionNode;
  readonly index: number;
  readonly path: readonly string[];
}

/** The parameter that a value is: by its name, by the field that the constructor puts it into, or as a part of one of those. */
export function parameterBehind({ file, node }: Place, steps = MAX_STEPS): BoundParameter | undefined {
  const inner = bare(node);
  if (steps <= 0) return undefined;
  if (inner.type === 'MemberExpression') {
    const own = inner.object.type === 'ThisExpression' ? parameterProperty(inner) : undefined;
    if (own) return own;
  }
  const value = resolveValue({ file, node: inner });
  if (value.node.type === 'Identifier') return namedParameter(value.file, value.node);
  if (value.node.type !== 'MemberExpression') return undefined;
  const name = memberName(value.node);
  const object = name === undefined ? undefined : parameterBehind({ file: value.file, node: value.node.object }, steps - 1);
  return object && { ...object, path: [...object.path, name!] };
}

function namedParameter(file: SourceFile, node: TSESTree.Identifier): BoundParameter | undefined {
  const variable = variableOf(file, node);
  const binding = variable && bindingOf(variable);
  if (binding?.kind !== 'parameter' || binding.path.includes(undefined) || binding.node.type === 'RestElement') return undefined;
  return { fn: binding.fn, index: binding.index, path: binding.path as string[] };
}

/** `constructor(private key: string)` makes `this.key`. */
function parameterProperty(member: TSESTree.MemberExpression): BoundParameter | undefined {
  const host = enclosingClass(member);
  const fn = host && constructorOf(host);
  const index = (fn?.params ?? []).findIndex((parameter) => {
    const inner = parameter.type === 'TSParameterProperty' ? parameter.parameter : undefined;
    const target = inner?.type === 'AssignmentPattern' ? inner.left : inner;
    return target?.type === 'Identifier' && target.name === memberName(member);
  });
  return index < 0 ? undefined : { fn: fn!, index, path: [] };
}

/** A call that makes an object, and what it gives: `new Vault('token')`, `makeStore(localStorage)`, `super('token')`. */
export interface Creation {
  readonly file: SourceFile;
  readonly arguments: CallNode['arguments'];
}

/** What a creation gives to a parameter. */
export function givenAt({ file, arguments: given }: Creation, { index, path }: BoundParameter): Place | undefined {
  const node = argumentAt({ arguments: given }, index);
  let place: Place | undefined = node && { file, node };
  for (const step of path) place = place && memberOf(place, step, MAX_STEPS);
  return place;
}

/**
 * The creation of the object on which a method is called, as far as it concerns a constructor or a function that makes
 * such objects: `vault.set(value)` of `const vault = new Vault('token')`. Undefined where the object comes from elsewhere.
 */
export function creationOf(file: SourceFile, callee: Node, maker: FunctionNode): Creation | undefined {
  const object = objectOf(file, bare(callee));
  if (!object) return undefined;
  if (object.type === 'ThisExpression') {
    const host = enclosingClass(object);
    return host && constructorOf(host) !== maker ? throughBases({ file, node: host }, undefined, maker) : undefined;
  }
  const made = resolveValue({ file, node: object });
  const { node } = made;
  if (node.type !== 'NewExpression' && node.type !== 'CallExpression') return undefined;
  const creation = { file: made.file, arguments: node.arguments };
  const called = resolveValue({ file: made.file, node: node.callee });
  if (isClass(called.node)) return throughBases(called as Place & { node: ClassNode }, creation, maker);
  return called.node === maker ? creation : undefined;
}

/** The object of a method: `vault` of `vault.set`, and of `set` after `const { set } = vault`. */
function objectOf(file: SourceFile, callee: Node): Node | undefined {
  if (callee.type === 'MemberExpression') return callee.object;
  const variable = callee.type === 'Identifier' ? variableOf(file, callee) : undefined;
  const binding = variable && bindingOf(variable);
  return binding?.kind === 'value' && binding.path.length === 1 ? binding.init : undefined;
}

/** What reaches a constructor: what the class is made with, or what the classes that extend it give to `super(…)`. */
function throughBases(
  { file, node: host }: Place & { readonly node: ClassNode },
  given: Creation | undefined,
  maker: FunctionNode,
  steps = 4,
): Creation | undefined {
  const own = constructorOf(host);
  if (own === maker) return given;
  if (steps <= 0 || !host.superClass) return undefined;
  const call = own && nodesOf(file, 'CallExpression').find((one) => one.callee.type === 'Super' && enclosingClass(one) === host);
  const onwards = own ? call && { file, arguments: call.arguments } : given;
  const base = resolveValue({ file, node: host.superClass });
  return isClass(base.node) ? throughBases(base as Place & { node: ClassNode }, onwards, maker, steps - 1) : undefined;
}
