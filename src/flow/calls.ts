import { calleeName } from '../syntax/functions.ts';
import type { CallNode, FunctionNode, Node } from '../syntax/nodes.ts';
import { isFunction } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { nodesOf, perFile } from '../syntax/source-file.ts';
import { resolveValue } from './resolve.ts';

/** The function that a call calls, where it is written in the file or (in a project) in another: methods and hooks too. */
export function calledFunction(file: SourceFile, call: CallNode): { file: SourceFile; node: FunctionNode } | undefined {
  const { file: home, node } = resolveValue({ file, node: call.callee });
  if (isFunction(node)) return { file: home, node };
  // const login = useCallback(async () => …, []): the first argument is what is called.
  if (node.type === 'CallExpression') {
    const [wrapped] = node.arguments;
    if (wrapped && isFunction(wrapped) && WRAPPERS.test(calleeName(node) ?? '')) return { file: home, node: wrapped };
  }
  return undefined;
}

const WRAPPERS =
  /^(?:useCallback|useMemoizedFn|useEvent|useEffectEvent|memo|debounce|throttle|asyncHandler|catchAsync|wrap|wrapAsync|tryCatch|cache|createAsyncThunk)$/;

const callsByFunction = perFile((file): ReadonlyMap<Node, CallNode[]> => {
  const map = new Map<Node, CallNode[]>();
  for (const call of nodesOf(file, 'CallExpression')) {
    const called = calledFunction(file, call);
    if (called?.file !== file) continue;
    const list = map.get(called.node);
    if (list) list.push(call);
    else map.set(called.node, [call]);
  }
  return map;
});

/** The calls of a function within its own file. */
export function callsTo(file: SourceFile, fn: FunctionNode): readonly CallNode[] {
  return callsByFunction(file).get(fn) ?? [];
}
