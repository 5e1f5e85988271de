import type { OwnFunction } from '../apis/middleware/index.ts';
import type { Place } from '../flow/resolve.ts';
import { callsOf } from '../syntax/functions.ts';
import { calledFunction } from '../flow/calls.ts';
import type { ClassNode, Node } from '../syntax/nodes.ts';
import { contains, isClass, isFunction, memberName, propertyName } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { resolveThroughModules } from '../flow/value-uses.ts';

/** Methods by which a class is a middleware: of Nest's guards, middlewares and interceptors, and of controllers of one action. */
const HANDLING = /^(?:canActivate|use|intercept|handle|execute)$/;

/** Methods of functions that give a function which runs the same code. */
const SAME_CODE = /^(?:bind|call|apply)$/;

/**
 * The functions of the app that run for a handler: itself, what makes or wraps it, and what it calls.
 *
 * @param depth How many calls deep.
 */
export function ownFunctions(place: Place, depth = 3): OwnFunction[] {
  const found = new Map<Node, OwnFunction>();
  const add = (file: SourceFile, node: Node, left: number): void => {
    if (!isFunction(node) || found.has(node) || left <= 0) return;
    found.set(node, { file, node });
    for (const call of callsOf(file)) {
      if (!contains(node, call)) continue;
      const called = calledFunction(file, call);
      if (called) add(called.file, called.node, left - 1);
    }
  };
  const value = resolveThroughModules(place);
  add(value.file, value.node, depth);
  if (isClass(value.node)) for (const method of methodsOf(value.node)) add(value.file, method, depth);
  if (value.node.type === 'CallExpression' || value.node.type === 'NewExpression') {
    // asyncHandler(async (req, res) => …), checkOrigin(allowed), new AuthGuard()
    for (const argument of value.node.arguments) {
      const inner = resolveThroughModules({ file: value.file, node: argument });
      add(inner.file, inner.node, depth);
    }
    const made = resolveThroughModules({ file: value.file, node: madeBy(value.node.callee) });
    if (isClass(made.node)) for (const method of methodsOf(made.node)) add(made.file, method, depth);
    else add(made.file, made.node, depth);
  }
  return [...found.values()];
}

/** What a call runs: `controller.login` of `controller.login.bind(controller)`. */
function madeBy(callee: Node): Node {
  return callee.type === 'MemberExpression' && SAME_CODE.test(memberName(callee) ?? '') ? callee.object : callee;
}

function methodsOf(host: ClassNode): Node[] {
  return host.body.body.flatMap((element) =>
    element.type === 'MethodDefinition' && HANDLING.test(propertyName(element) ?? '') ? [element.value] : [],
  );
}
