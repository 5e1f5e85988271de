import { originOf } from '../../flow/origin.ts';
import { staticText } from '../../flow/static-text.ts';
import { bindingOf, variableOf } from '../../syntax/bindings.ts';
import { argumentAt } from '../../syntax/functions.ts';
import type { Node, TSESTree } from '../../syntax/nodes.ts';
import { bare, isAssignmentTarget, isDeleteTarget, memberName, propertyName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf, perFile } from '../../syntax/source-file.ts';
import { queryReadsOf } from './request-body.ts';

/** Where a server takes a parameter out of the address of a request. */
export interface QueryRead {
  /** `req.query.token`, `searchParams.get('token')`, or the property of `const { token } = req.query`. */
  readonly node: Node;
  /** The parameter's name. */
  readonly name: string;
}

/** Every named read of a parameter of a request's address, by the framework that gives it. */
export const addressReadsOf = perFile((file): readonly QueryRead[] => {
  if (!/quer|searchParams/i.test(file.text)) return [];
  return [
    ...queryReadsOf(file),
    ...nodesOf(file, 'MemberExpression').flatMap((member) => {
      const name = memberName(member);
      return name !== undefined && isQuery(file, member.object) && !isAssignmentTarget(member) && !isDeleteTarget(member)
        ? [{ node: member, name }]
        : [];
    }),
    ...nodesOf(file, 'VariableDeclarator').flatMap(({ id, init }) =>
      id.type === 'ObjectPattern' && init && isQuery(file, init) ? namesIn(id) : [],
    ),
    ...nodesOf(file, 'CallExpression').flatMap((call) => asked(file, call)),
  ];
});

function namesIn({ properties }: TSESTree.ObjectPattern): QueryRead[] {
  return properties.flatMap((property) => {
    const name = property.type === 'Property' ? propertyName(property) : undefined;
    return name === undefined ? [] : [{ node: property, name }];
  });
}

/** Koa's `ctx.query`, Lambda's `event.queryStringParameters`, h3's `getQuery(event)`, and what one of them was kept in. */
function isQuery(file: SourceFile, node: Node, steps = 6): boolean {
  if (steps <= 0) return false;
  const inner = bare(node);
  if (inner.type === 'LogicalExpression') return isQuery(file, inner.left, steps - 1);
  if (inner.type === 'CallExpression') return /^(?:h3#)?getQuery\(\)$/.test(originOf(file, inner) ?? '');
  if (inner.type === 'MemberExpression')
    return /^(?:query|queryStringParameters)$/.test(memberName(inner) ?? '') && isRequest(bare(inner.object));
  return inner.type === 'Identifier' && isNamedQuery(file, inner, steps - 1);
}

/** What a name was given, `var query = query || {}` among it, or a parameter's part. */
function isNamedQuery(file: SourceFile, name: TSESTree.Identifier, steps: number): boolean {
  const variable = variableOf(file, name);
  const binding = variable && bindingOf(variable);
  if (binding?.kind === 'value' && binding.path.length === 0) return isQuery(file, binding.init, steps);
  // ({ query }, res) => …
  return binding?.kind === 'parameter' && binding.index === 0 && binding.path.join('.') === 'query';
}

/** What carries the request, where it is not `req` itself. */
function isRequest(node: Node): boolean {
  const name = node.type === 'Identifier' ? node.name : node.type === 'MemberExpression' ? memberName(node) : undefined;
  return name !== undefined && /^(?:ctx|context|event)$/.test(name);
}

/** Hono's `c.req.query('token')`, `new URL(request.url).searchParams.get('token')`, `req.nextUrl.searchParams.get('token')`. */
function asked(file: SourceFile, call: TSESTree.CallExpression): QueryRead[] {
  const { callee } = call;
  const given = callee.type === 'MemberExpression' ? argumentAt(call, 0) : undefined;
  if (callee.type !== 'MemberExpression' || !given) return [];
  const holder = bare(callee.object);
  const method = memberName(callee);
  const isAsked =
    method === 'query'
      ? holder.type === 'MemberExpression' && memberName(holder) === 'req'
      : method === 'get' && (isNextUrl(holder) || /^URL<new>\.searchParams$/.test(originOf(file, holder) ?? ''));
  const name = isAsked ? staticText(file, given) : undefined;
  return name === undefined ? [] : [{ node: call, name }];
}

function isNextUrl(node: Node): boolean {
  if (node.type !== 'MemberExpression' || memberName(node) !== 'searchParams') return false;
  const inner = bare(node.object);
  return inner.type === 'MemberExpression' && memberName(inner) === 'nextUrl';
}
