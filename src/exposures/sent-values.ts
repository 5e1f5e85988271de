import { bindingOf, onlyValueOf, valuesOf, variableOf } from '../syntax/bindings.ts';
import { decoratorsOf } from '../syntax/decorators.ts';
import { calleeName } from '../syntax/functions.ts';
import type { Node, TSESTree } from '../syntax/nodes.ts';
import { bare, memberName } from '../syntax/nodes.ts';
import { originOf } from '../flow/origin.ts';
import type { SourceFile } from '../syntax/source-file.ts';

const REQUEST = /^_?(?:req|request|ctx|context|c|event)$/;
/** The parts of a request that whoever sends it writes. */
const PARTS = /^(?:headers|cookies|signedCookies|body|query|params|header|rawBody|payload)$/;
/** Parameters that Nest fills from the request: https://docs.nestjs.com/controllers#request-object */
const DECORATORS = /^(?:Body|Headers|Query|Param|Cookies|Req|Request)$/;

/** Whether a value is what the sender of a request wrote: a header, a cookie, a field of the body. */
export function comesFromRequest(file: SourceFile, node: Node, steps = 8): boolean {
  const inner = bare(node);
  if (steps <= 0) return false;
  switch (inner.type) {
    case 'Identifier':
      return isNamedRequest(file, inner, steps);
    case 'MemberExpression':
      // ctx.state.user and req.user are what the server made of the request.
      if (isRequestItself(file, inner.object)) return PARTS.test(memberName(inner) ?? '') || isRequestItself(file, inner);
      return comesFromRequest(file, inner.object, steps - 1);
    case 'CallExpression':
      return isAsked(file, inner, steps);
    case 'LogicalExpression':
      return [inner.left, inner.right].some((one) => comesFromRequest(file, one, steps - 1));
    case 'ConditionalExpression':
      return [inner.consequent, inner.alternate].some((one) => comesFromRequest(file, one, steps - 1));
    case 'TemplateLiteral':
      return inner.expressions.some((one) => comesFromRequest(file, one, steps - 1));
    default:
      return false;
  }
}

function isNamedRequest(file: SourceFile, node: TSESTree.Identifier, steps: number): boolean {
  const variable = variableOf(file, node);
  const binding = variable && bindingOf(variable);
  if (!variable || !binding) return false;
  if (binding.kind === 'parameter') {
    if (decoratorNames(binding.node).some((name) => DECORATORS.test(name))) return true;
    return binding.path.length > 0 && binding.index === 0 && binding.path.some((step) => step !== undefined && PARTS.test(step));
  }
  if (binding.kind === 'value' && binding.path.length > 0)
    return isRequestItself(file, binding.init) ? PARTS.test(binding.path[0] ?? '') : comesFromRequest(file, binding.init, steps - 1);
  return valuesOf(variable).some((value) => comesFromRequest(file, value, steps - 1));
}

/** `req`, `action.request`, `context.switchToHttp().getRequest()` of Nest, and what either was kept in. */
function isRequestItself(file: SourceFile, node: Node, steps = 3): boolean {
  const inner = bare(node);
  if (steps <= 0) return false;
  switch (inner.type) {
    case 'Identifier': {
      if (REQUEST.test(inner.name)) return true;
      const variable = variableOf(file, inner);
      const only = variable && onlyValueOf(variable);
      return only !== undefined && bare(only).type === 'CallExpression' && isRequestItself(file, only, steps - 1);
    }
    case 'MemberExpression':
      return /^(?:req|request)$/.test(memberName(inner) ?? '') && inner.object.type === 'Identifier';
    case 'CallExpression':
      return /^getRequest$/.test(calleeName(inner) ?? '');
    default:
      return false;
  }
}

function decoratorNames(parameter: TSESTree.Parameter): string[] {
  return decoratorsOf(parameter).map(({ expression }) => {
    const callee = expression.type === 'CallExpression' ? expression.callee : expression;
    return callee.type === 'Identifier' ? callee.name : '';
  });
}

/** `req.get('authorization')`, `cookies().get('token')`, `getToken(req)`, `await request.json()`, `header.split(' ')`. */
function isAsked(file: SourceFile, call: TSESTree.CallExpression, steps: number): boolean {
  const { callee } = call;
  if (/^next\/headers#(?:cookies|headers)\b/.test(originOf(file, callee) ?? '')) return true;
  if (callee.type === 'MemberExpression') {
    if (isRequestItself(file, callee.object)) return /^(?:get|header|json|text|formData|param|query)$/.test(memberName(callee) ?? '');
    if (comesFromRequest(file, callee.object, steps - 1)) return true;
  }
  return (
    /token|bearer|cookie|header/i.test(callee.type === 'Identifier' ? callee.name : '') &&
    call.arguments.some((one) => one.type !== 'SpreadElement' && (isRequestItself(file, one) || comesFromRequest(file, one, steps - 1)))
  );
}
