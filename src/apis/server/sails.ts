import { argumentAt, callsOf } from '../../syntax/functions.ts';
import type { FunctionNode, TSESTree } from '../../syntax/nodes.ts';
import { contains, isFunction, memberName, propertyName } from '../../syntax/nodes.ts';
import { resolveValue } from '../../flow/resolve.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf, perFile } from '../../syntax/source-file.ts';
import { returnedBodies } from './handler-returns.ts';
import type { ServerApi } from './server-api.ts';

/**
 * Sails: an action (https://sailsjs.com/documentation/concepts/actions-and-controllers#?actions-2) answers with what its `fn` gives
 * back, or hands to `exits.success`. `res.ok` is Express's `res` with more methods.
 */
export const sails: ServerApi = {
  id: 'sails',
  hint: /\bexits\b/,
  *responses(file) {
    for (const fn of actionsOf(file)) {
      yield* returnedBodies(sails, file, fn);
      for (const call of callsOf(file)) {
        const { callee } = call;
        if (
          callee.type !== 'MemberExpression' ||
          callee.object.type !== 'Identifier' ||
          callee.object.name !== 'exits' ||
          memberName(callee) !== 'success' ||
          !contains(fn, call)
        )
          continue;
        const body = argumentAt(call, 0);
        if (body) yield { api: sails, node: call, body: { file, node: body }, handler: fn };
      }
    }
  },
};

/**
 * The functions of the file's machines, `{ inputs, exits, fn }`, that answer: those of actions, and helpers that are given the
 * response to answer with. Other helpers return what their callers asked for.
 */
const actionsOf = perFile((file): readonly FunctionNode[] =>
  nodesOf(file, 'ObjectExpression').flatMap((machine) => {
    if (!propertyOf(machine, 'exits')) return [];
    const own = propertyOf(machine, 'fn');
    const fn = own && resolveValue({ file, node: own.value });
    if (fn?.file !== file || !isFunction(fn.node)) return [];
    return !isHelper(file) || takesResponse(propertyOf(machine, 'inputs')) ? [fn.node] : [];
  }),
);

function isHelper({ path }: SourceFile): boolean {
  return /[/\\]helpers[/\\]/.test(path);
}

function takesResponse(inputs: TSESTree.Property | undefined): boolean {
  return (
    inputs?.value.type === 'ObjectExpression' &&
    inputs.value.properties.some((one) => one.type === 'Property' && /^(?:res|response)$/.test(propertyName(one) ?? ''))
  );
}

function propertyOf(object: TSESTree.ObjectExpression, name: string): TSESTree.Property | undefined {
  return object.properties.find((one): one is TSESTree.Property => one.type === 'Property' && propertyName(one) === name);
}
