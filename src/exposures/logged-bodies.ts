import { isPasswordName } from '../credentials/sensitive-names.ts';
import { resolveValue } from '../flow/resolve.ts';
import { bindingOf, variableOf } from '../syntax/bindings.ts';
import { decoratorsOf } from '../syntax/decorators.ts';
import { argumentAt, calleeName } from '../syntax/functions.ts';
import type { Node, TSESTree } from '../syntax/nodes.ts';
import { bare, contains, enclosingFunction, isDeleteTarget, memberName, propertyName } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { nodesOf, textOf } from '../syntax/source-file.ts';
import { comesFromRequest } from './sent-values.ts';

/**
 * The password in what a request brought, where that is logged whole: `req.body` of a handler that takes `password` out of it, a
 * parameter that Nest fills with what people sign in with. Undefined where it is taken away or written anew before.
 */
export function passwordInBody(file: SourceFile, node: Node, depth = 3): string | undefined {
  const inner = bare(node);
  if (depth <= 0) return undefined;
  if (inner.type === 'CallExpression') {
    const given =
      /^(?:stringify|inspect)$/.test(calleeName(inner) ?? '') && inner.arguments.length === 1 ? argumentAt(inner, 0) : undefined;
    return given && passwordInBody(file, given, depth - 1);
  }
  if (inner.type === 'ObjectExpression') {
    const values = inner.properties.map((one) => (one.type === 'SpreadElement' ? undefined : passwordInBody(file, one.value, depth - 1)));
    return values.find((one) => one !== undefined);
  }
  return isBody(file, inner) ? (takenFrom(file, inner) ?? ofType(file, inner)) : undefined;
}

/** `req.body`, `await request.json()`, a parameter with `@Body()`, or what one of them was kept in. */
function isBody(file: SourceFile, node: Node): boolean {
  if (node.type !== 'Identifier' && node.type !== 'MemberExpression') return false;
  const { node: value } = resolveValue({ file, node });
  const given = value.type === 'AwaitExpression' ? bare(value.argument) : bare(value);
  if (given.type === 'CallExpression') return calleeName(given) === 'json' && /^\w*\.?(?:req|request)\.json\(\)$/.test(textOf(file, given));
  if (given.type === 'MemberExpression') return memberName(given) === 'body' && comesFromRequest(file, given);
  return decorated(file, node) !== undefined;
}

/** The parameter that Nest fills with the whole body. */
function decorated(file: SourceFile, node: Node): TSESTree.Identifier | undefined {
  const variable = node.type === 'Identifier' ? variableOf(file, node) : undefined;
  const binding = variable && bindingOf(variable);
  const parameter = binding?.kind === 'parameter' && binding.path.length === 0 ? binding.node : undefined;
  return parameter?.type === 'Identifier' && decoratorsOf(parameter).some((one) => /^@Body\((?:new \w.*)?\)$/.test(textOf(file, one)))
    ? parameter
    : undefined;
}

/** `const { password } = req.body`, `req.body.password`: what the same function takes out of it is in it. */
function takenFrom(file: SourceFile, node: Node): string | undefined {
  const fn = enclosingFunction(node);
  const text = textOf(file, node);
  const isHere = (one: Node): boolean => (!fn || contains(fn, one)) && one !== node;
  const members = nodesOf(file, 'MemberExpression').filter(
    (one) => isHere(one) && isPasswordName(memberName(one) ?? '') && textOf(file, one.object) === text,
  );
  const isGone = members.some((one) => one.range[0] < node.range[0] && (isDeleteTarget(one) || isWrittenAnew(one)));
  if (isGone) return undefined;
  if (members[0]) return textOf(file, members[0]);
  const declared = nodesOf(file, 'VariableDeclarator').find(
    ({ id, init }) => init && isHere(init) && textOf(file, init) === text && id.type === 'ObjectPattern' && namedIn(id) !== undefined,
  );
  return declared?.id.type === 'ObjectPattern' ? `${text}.${namedIn(declared.id)!}` : undefined;
}

function isWrittenAnew({ parent, range }: Node): boolean {
  return parent?.type === 'AssignmentExpression' && parent.left.range[0] === range[0];
}

function namedIn(pattern: TSESTree.ObjectPattern): string | undefined {
  const names = pattern.properties.flatMap((one) => (one.type === 'Property' ? (propertyName(one) ?? []) : []));
  return names.find((one) => isPasswordName(one));
}

/** `@Body() form: SignInDto`: what people sign in with, by its type. */
function ofType(file: SourceFile, node: Node): string | undefined {
  const annotation = decorated(file, node)?.typeAnnotation?.typeAnnotation;
  const name = annotation ? textOf(file, annotation) : '';
  return /^(?:user)?(?:log-?in|sign-?(?:in|up)|register|auth)(?:user|auth|request|input|body|payload|credentials?)*(?:dto)?$/i.test(name)
    ? `${textOf(file, node)}.password`
    : undefined;
}
