import { sourcesOf } from '../../flow/back.ts';
import type { Location } from '../../flow/location.ts';
import { locationOf } from '../../flow/location.ts';
import { bindingOf, variableOf } from '../../syntax/bindings.ts';
import type { CallNode, FunctionNode } from '../../syntax/nodes.ts';
import { isFunction } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';

/** How many places an injected function is looked for in. */
const MOST_PLACES = 60;

/** A function, and the file that it is in. */
interface LocatedFunction {
  readonly file: SourceFile;
  readonly node: FunctionNode;
}

/**
 * The function that a call calls as a member of what its surroundings were handed: `store.set(token)` of
 * `createClient({ store = browserStore })`. Undefined where not every caller is known, where one hands over something that
 * is not seen, and where several functions may be meant.
 *
 * @param areKnown Whether every caller of a function is known, and there is one.
 */
export function injectedFunction(
  file: SourceFile,
  { callee }: CallNode,
  areKnown: (fn: LocatedFunction) => boolean,
): LocatedFunction | undefined {
  const found = new Set<Location>([locationOf(file, callee)]);
  const functions = new Map<FunctionNode, LocatedFunction>();
  for (const at of found) {
    if (found.size > MOST_PLACES || isOpen(at, areKnown)) return undefined;
    if (isFunction(at.node) && at.path.length === 0) {
      functions.set(at.node, { file: at.file, node: at.node });
      continue;
    }
    const next = sourcesOf(at);
    if (next.length === 0 && !isAbsent(at)) return undefined;
    for (const one of next) found.add(one);
  }
  const [only, ...others] = functions.values();
  return others.length === 0 ? only : undefined;
}

/** A parameter that callers who are not known may give something else. */
function isOpen({ file, node }: Location, areKnown: (fn: LocatedFunction) => boolean): boolean {
  const variable = node.type === 'Identifier' ? variableOf(file, node) : undefined;
  const binding = variable && bindingOf(variable);
  return binding?.kind === 'parameter' && !areKnown({ file, node: binding.fn });
}

/** An object written out that has no such property: a default takes its place. */
function isAbsent({ node, path }: Location): boolean {
  return node.type === 'ObjectExpression' && path.length > 0 && node.properties.every(({ type }) => type === 'Property');
}
