import { isOfService } from '../apis/http/service-clients.ts';
import { goesAbroad } from '../app/requests.ts';
import { callersOf } from '../flow/calls.ts';
import { originOf } from '../flow/origin.ts';
import type { Place } from '../flow/resolve.ts';
import { readsOf, variableOf } from '../syntax/bindings.ts';
import type { Node } from '../syntax/nodes.ts';
import { dressed, enclosingFunction, isFunction } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';

/**
 * Whether a header is for APIs of others alone: it stands in a request to one, in what is made by a package for one, or in an
 * object that goes nowhere else (`headers` of a function that asks GitHub, a helper all of whose callers do).
 */
export function isForOthers(file: SourceFile, node: Node, steps = 4): boolean {
  if (goesAbroad(file, node) || isOfPackageForOthers(file, node)) return true;
  const uses = steps > 0 ? usesOfObject(file, node) : [];
  return uses.length > 0 && uses.every((use) => isForOthers(use.file, use.node, steps - 1));
}

/** `graphql.defaults({ headers: { authorization } })` of Octokit. */
function isOfPackageForOthers(file: SourceFile, node: Node): boolean {
  for (let at: Node | undefined = node; at && !isFunction(at); at = at.parent) {
    const origin = at.type === 'CallExpression' || at.type === 'NewExpression' ? originOf(file, at.callee) : undefined;
    if (origin !== undefined && isOfService(origin)) return true;
  }
  return false;
}

/** Where the object is used that a header stands in: reads of its variable, calls of the function that returns it. */
function usesOfObject(file: SourceFile, node: Node): Place[] {
  let at = dressed(node);
  while (at.parent && PARTS.test(at.parent.type)) at = dressed(at.parent);
  const { parent } = at;
  if (parent?.type === 'VariableDeclarator' && parent.init === at && parent.id.type === 'Identifier') {
    const variable = variableOf(file, parent.id);
    return variable ? readsOf(variable).map((read) => ({ file, node: read })) : [];
  }
  const fn =
    parent?.type === 'ReturnStatement'
      ? enclosingFunction(parent)
      : parent?.type === 'ArrowFunctionExpression' && parent.body === at
        ? parent
        : undefined;
  return fn ? callersOf(file, fn).map((call) => ({ file: call.file, node: call.node })) : [];
}

const PARTS = /^(?:Property|ObjectExpression|SpreadElement|ConditionalExpression|LogicalExpression)$/;
