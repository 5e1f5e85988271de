import { memberOf } from '../flow/resolve.ts';
import { bindingOf, variableOf } from '../syntax/bindings.ts';
import type { Place } from '../flow/resolve.ts';
import type { Node } from '../syntax/nodes.ts';
import { memberName } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { staticText, textParts } from '../flow/static-text.ts';
import type { MethodCall } from '../flow/value-uses.ts';
import { resolveThroughModules } from '../flow/value-uses.ts';

/** Something that a loop mounts, and where. */
export interface LoopMount {
  /** Undefined where it is not known. */
  readonly path: string | undefined;
  readonly place: Place;
}

/**
 * `routes.forEach(({ path, route }) => router.use(path, route))`, `for (const one of routes) app.use(one.path,
 * one.router)`: one by one.
 */
export function mountedInLoop({ file, call }: MethodCall): LoopMount[] {
  const handler = call.arguments.at(-1);
  const inLoop = handler && partInLoop(file, handler);
  if (!inLoop) return [];
  const path = call.arguments.length > 1 ? call.arguments[0] : undefined;
  return inLoop.list.map((element) => ({
    path: path ? pathFor(file, path, element) : '',
    place: part(element, inLoop.key) ?? element,
  }));
}

/** The path for one element of the list: `'/api' + one.path`. Undefined where a part of it is not known. */
function pathFor(file: SourceFile, path: Node, element: Place): string | undefined {
  const texts = textParts(file, path).map((piece) => {
    if (typeof piece === 'string') return piece;
    const inLoop = partInLoop(piece.file, piece.node);
    const at = inLoop && part(element, inLoop.key);
    return at && staticText(at.file, at.node);
  });
  return texts.includes(undefined) ? undefined : texts.join('');
}

interface PartInLoop {
  readonly list: readonly Place[];
  /** The member of the element; undefined where it is the element itself. */
  readonly key: string | undefined;
}

/** What of a list's elements an expression is, inside a loop over the list. */
function partInLoop(file: SourceFile, node: Node): PartInLoop | undefined {
  const key = node.type === 'MemberExpression' ? memberName(node) : undefined;
  const name = node.type === 'MemberExpression' ? node.object : node;
  const variable = name.type === 'Identifier' ? variableOf(file, name) : undefined;
  const binding = variable && bindingOf(variable);
  if (binding?.kind !== 'parameter' && binding?.kind !== 'element') return undefined;
  const list = binding.kind === 'element' ? binding.list : iteratedBy(binding.fn, binding.index);
  const value = list && resolveThroughModules({ file, node: list });
  if (value?.node.type !== 'ArrayExpression') return undefined;
  const elements = value.node.elements.flatMap((one) => (one && one.type !== 'SpreadElement' ? [{ file: value.file, node: one }] : []));
  return { list: elements, key: key ?? binding.path.at(-1) };
}

/** `list` of `list.forEach((element) => …)`. */
function iteratedBy(fn: Node, index: number): Node | undefined {
  const { parent } = fn;
  if (index !== 0 || parent?.type !== 'CallExpression' || parent.arguments[0] !== fn || parent.callee.type !== 'MemberExpression')
    return undefined;
  return /^(?:forEach|map)$/.test(memberName(parent.callee) ?? '') ? parent.callee.object : undefined;
}

function part(element: Place, key: string | undefined): Place | undefined {
  return key === undefined ? element : memberOf(element, key, 6);
}
