import { bindingOf, variableOf } from '../syntax/bindings.ts';
import { calleeName, returnsOf } from '../syntax/functions.ts';
import { constructorOf } from '../syntax/members.ts';
import type { CallNode, ClassNode, FunctionNode, Node } from '../syntax/nodes.ts';
import { bare, contains, memberName } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { nodesOf } from '../syntax/source-file.ts';
import { sentMembers } from './sent-members.ts';
import { either } from '../credentials/alternatives.ts';

/** Classes and functions that put an answer around what they get: `new ApiResponse(200, data)`, `success(data)`. */
const ENVELOPES = either(
  [
    /(?:response|resp|reply|result|success|payload|envelope|dto|wrapper?|formatter?|ok)$/,
    /^(?:response|success|format|wrap|ok|result|serialize|transform)/,
  ],
  'i',
);
/** Functions that are called so and are told of something, or act: `onSuccess(event, { tokens })`, `handleErrorResponse(tokens)`. */
const NO_ENVELOPE = /^(?:on|handle|is|has|check|validate|parse|log|verify)[A-Z]|error|fail|invalid/;
/** What a function is handed that answers by itself, or sets cookies. */
const CONTEXT = /^_?(?:req|request|res|response|reply|ctx|context|c|event|next)$/;

/** Whether a call of something that is not to be seen from here puts an answer around its arguments, by its name. */
export function isEnvelope(call: CallNode): boolean {
  const { callee } = call;
  const name = calleeName(call) ?? '';
  // ApiResponse.of(data): the class says it where the method does not.
  const holder = callee.type === 'MemberExpression' ? bare(callee.object) : undefined;
  const isOfClass =
    holder?.type === 'Identifier' &&
    /^[A-Z]/.test(holder.name) &&
    ENVELOPES.test(holder.name) &&
    /^(?:of|create|make|build|with)/.test(name);
  return (
    (ENVELOPES.test(name) || isOfClass) &&
    !NO_ENVELOPE.test(name) &&
    !call.arguments.some((one) => one.type === 'Identifier' && CONTEXT.test(one.name))
  );
}

/** The indexes of the parameters whose whole values are in what a function returns: `(data) => ({ success: true, data })`. */
export function passedOn(file: SourceFile, fn: FunctionNode): readonly number[] {
  return parametersAmong(
    file,
    fn,
    returnsOf(fn).flatMap((one) => [...madeOf(one), ...putInto(file, fn, one)]),
  );
}

/** The same for a class: `constructor(public data) {}`, `constructor(data) { this.data = data; }`. */
export function keptByConstructor(file: SourceFile, node: ClassNode): readonly number[] {
  const fn = constructorOf(node);
  if (!fn) return [];
  const declared = fn.params.flatMap((one, index) =>
    one.type === 'TSParameterProperty' && one.accessibility !== 'private' ? [index] : [],
  );
  const assigned = nodesOf(file, 'AssignmentExpression').flatMap(({ left, right }) =>
    contains(fn, left) && left.type === 'MemberExpression' && left.object.type === 'ThisExpression' && memberName(left) !== undefined
      ? [right]
      : [],
  );
  return [...new Set([...declared, ...parametersAmong(file, fn, assigned)])];
}

/** The parts of a returned expression that a value may pass through: those of calls and `new` too, one deep. */
function madeOf(node: Node): Node[] {
  const inner = bare(node);
  if (inner.type !== 'CallExpression' && inner.type !== 'NewExpression') return [inner];
  return isEnvelope(inner) ? inner.arguments.filter((one) => one.type !== 'SpreadElement') : [inner];
}

/** `const answer = { message }; if (data !== null) answer.data = data; return answer`: what a returned object is filled with. */
function putInto(file: SourceFile, fn: FunctionNode, returned: Node): Node[] {
  const variable = returned.type === 'Identifier' ? variableOf(file, returned) : undefined;
  if (!variable) return [];
  return nodesOf(file, 'AssignmentExpression').flatMap(({ left, right }) =>
    left.type === 'MemberExpression' && contains(fn, left) && variableOf(file, left.object) === variable ? [right] : [],
  );
}

function parametersAmong(file: SourceFile, fn: FunctionNode, nodes: readonly Node[]): number[] {
  const indexes = nodes
    .flatMap((one) => sentMembers(file, one))
    .filter(({ steps }) => steps.length === 0)
    .map(({ variable }) => bindingOf(variable))
    .flatMap((binding) => (binding.kind === 'parameter' && binding.fn === fn && binding.path.length === 0 ? [binding.index] : []));
  return [...new Set(indexes)];
}

/** The promise whose value a parameter is: `login(body)` of `login(body).then((result) => …)`. */
export function promiseOf(fn: FunctionNode, index: number): Node | undefined {
  const { parent } = fn;
  return index === 0 &&
    parent.type === 'CallExpression' &&
    parent.arguments[0] === fn &&
    parent.callee.type === 'MemberExpression' &&
    memberName(parent.callee) === 'then'
    ? parent.callee.object
    : undefined;
}
