import type { CallNode, FunctionNode, Node, TSESTree } from '../syntax/nodes.ts';
import { dressed } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import type { LocatedCall } from './calls.ts';
import type { KnownPort } from './handed-over.ts';
import type { Location } from './location.ts';

/** What knows how values go, both ways. */
export interface Walker {
  /** Every expression that a value reaches, itself among them. */
  reach(from: Location): Iterable<Location>;
  /** Everything that a value may come from, itself among it. */
  behind(from: Location): Iterable<Location>;
  /** What a call calls, wherever that comes from: out of a context, a property, a parameter. */
  called(file: SourceFile, call: CallNode): Called;
}

/** What a call calls. */
export interface Called {
  readonly functions: readonly LocatedCall<FunctionNode>[];
  /** Whether it may call others too: those that callers give, who need not all be known. */
  readonly isOpen: boolean;
  /** What of a library's it calls: a setter that a hook gave. */
  readonly ports: readonly KnownPort[];
}

/** The call that an expression is an argument of, or what is called. */
export function givenTo(node: Node): { readonly call?: CallNode; readonly index: number } {
  const at = dressed(node);
  const { parent } = at;
  if (parent?.type !== 'CallExpression' && parent?.type !== 'NewExpression') return { index: -1 };
  if (parent.callee === at) return parent.type === 'CallExpression' ? { call: parent, index: -1 } : { index: -1 };
  const index = parent.arguments.indexOf(at as TSESTree.Expression);
  return index < 0 ? { index } : { call: parent, index };
}

/** The calls of what stands at locations. */
export function callsAmong(locations: Iterable<Location>): LocatedCall[] {
  return [...locations].flatMap(({ file, node, path }) => {
    const { call, index } = path.length === 0 ? givenTo(node) : { index: 0 };
    return call && index < 0 ? [{ file, node: call }] : [];
  });
}
