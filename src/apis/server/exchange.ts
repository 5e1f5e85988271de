import type { Binding } from '../../syntax/bindings.ts';
import { bindingOf, variableOf } from '../../syntax/bindings.ts';
import { hint, mentions } from '../../syntax/hints.ts';
import type { FunctionNode, Node, TSESTree } from '../../syntax/nodes.ts';
import { bare, enclosingFunction, functionName, memberName } from '../../syntax/nodes.ts';
import { originByType, originOf } from '../../flow/origin.ts';
import { runtimeOf } from '../../syntax/runtime.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { perFile } from '../../syntax/source-file.ts';

/**
 * The `(req, res)` shape that Node's frameworks share. Controllers rarely import the framework, so the shape is the
 * evidence: a parameter called `res` or `response` after one for the request, or typed as a framework's response.
 */
export interface ServerResponse {
  readonly handler?: FunctionNode;
}

const RESPONSE_NAME = /^_?(?:res|response|resp)$/;
const REQUEST_NAME = /^_*(?:req|request|rq)?$/;
const RESPONSE_TYPES =
  /^(?:express#(?:Response|core\.Response)|express-serve-static-core#Response|http#ServerResponse|next#NextApiResponse)<new>$/;
/** Where these types are from. */
const TYPES_MODULES = hint(/["'](?:express|express-serve-static-core|(?:node:)?http|next)["']/);
/** In a project another file may hand them on. */
const mayHaveTypes = perFile((file): boolean => file.links !== undefined || mentions(file, TYPES_MODULES));
const ERROR_NAME = /^_?(?:e|err|error|ex)$/;

/** Whether the expression at the root of a call chain is a server's response, and the handler that it belongs to. */
export function responseAt(file: SourceFile, node: Node): ServerResponse | undefined {
  const root = bare(node);
  if (root.type === 'Identifier') return responseNamed(file, root);
  if (root.type === 'MemberExpression' && RESPONSE_NAME.test(memberName(root) ?? '') && runtimeOf(file) === 'server') {
    // context.res of GraphQL, this.res of older frameworks; but not error.response of a client.
    if (root.object.type === 'Identifier' && ERROR_NAME.test(root.object.name)) return undefined;
    return withHandler(enclosingFunction(root));
  }
  return undefined;
}

function responseNamed(file: SourceFile, root: TSESTree.Identifier): ServerResponse | undefined {
  const [isNamed, mayBeTyped] = [RESPONSE_NAME.test(root.name), mayHaveTypes(file)];
  // Many things are asked about that are called otherwise.
  if (!isNamed && !mayBeTyped) return undefined;
  const variable = variableOf(file, root);
  const binding = variable && bindingOf(variable);
  // What a parameter is an instance of is said by its type alone.
  const origin = mayBeTyped ? (binding?.kind === 'parameter' ? originByType(file, root) : originOf(file, root)) : undefined;
  if (origin !== undefined && RESPONSE_TYPES.test(origin))
    return withHandler(binding?.kind === 'parameter' ? binding.fn : enclosingFunction(root));
  return isNamed ? responseByBinding(file, root, binding) : undefined;
}

function responseByBinding(file: SourceFile, root: Node, binding: Binding | undefined): ServerResponse | undefined {
  if (binding?.kind === 'parameter' && binding.path.length === 0)
    return isResponseParameter(binding.fn, binding.index) ? { handler: binding.fn } : undefined;
  return isResponseOfContext(binding) && runtimeOf(file) === 'server' ? withHandler(enclosingFunction(root)) : undefined;
}

/** `const { res } = context`, `({ res }) => …`. */
function isResponseOfContext(binding: Binding | undefined): boolean {
  return (binding?.kind === 'parameter' || binding?.kind === 'value') && RESPONSE_NAME.test(binding.path.at(-1) ?? '');
}

function isResponseParameter(fn: FunctionNode, index: number): boolean {
  const before = fn.params[index - 1];
  const name = before?.type === 'Identifier' ? before.name : undefined;
  // sendToken(user, 200, res), setAuthCookie(res, token): a helper of its own, while a client's callbacks stand in calls.
  if (fn.parent.type !== 'CallExpression' && (name === undefined || !ERROR_NAME.test(name)) && functionName(fn) !== undefined) return true;
  if (!before) return false;
  // ({ body }, res) => …, and (_, res) => … count; (err, res) => … is a client's callback.
  return (
    name === undefined ||
    REQUEST_NAME.test(name) ||
    (index > 0 && !ERROR_NAME.test(name) && fn.params.length > index + 1 && nextName(fn, index) === 'next')
  );
}

function nextName(fn: FunctionNode, index: number): string | undefined {
  const after = fn.params[index + 1];
  return after?.type === 'Identifier' ? after.name.replace(/^_/, '') : undefined;
}

function withHandler(handler: FunctionNode | undefined): ServerResponse {
  return handler ? { handler } : {};
}

/** The expression at the root of a chain of calls: `res` of `res.status(200).json(…)`. */
export function chainRoot(node: Node): Node {
  let at = bare(node);
  while (at.type === 'CallExpression' && at.callee.type === 'MemberExpression') at = bare(at.callee.object);
  return at;
}
