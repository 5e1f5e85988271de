import type { BodyRead } from '../../apis/server/request-body.ts';
import type { FileRoute } from '../../app/routes.ts';
import { routesOf } from '../../app/routes.ts';
import { handlersIn } from '../../app/answering.ts';
import type { Place } from '../../flow/resolve.ts';
import { resolveValue } from '../../flow/resolve.ts';
import { originOf } from '../../flow/origin.ts';
import { variableOf } from '../../syntax/bindings.ts';
import { argumentAt, calleeName, methodCallsOf } from '../../syntax/functions.ts';
import type { Node, TSESTree } from '../../syntax/nodes.ts';
import { contains, isFunction, propertyName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf, textOf } from '../../syntax/source-file.ts';
import type { CodemodContext } from '../define-codemod.ts';

/**
 * Whatever runs before a handler and wants the refresh token in the body refuses browsers from now on, which send it as a
 * cookie. What it wants is written in many ways, so that the route is named.
 */
export function nameValidators(context: CodemodContext, reads: readonly BodyRead[]): void {
  for (const route of routesOf(context.file)) {
    const functions = handlersIn(route.handlers.at(-1) ?? { file: context.file, node: route.node });
    const read = reads.find(({ node }) => functions.some((fn) => fn.file === context.file && contains(fn.node, node)));
    if (read && isWantedBefore(route, read.name) && !makeOptional(context, route, read.name))
      context.todo(
        route.node,
        'validator-wants-token',
        `what checks the body of this route wants \`${read.name}\`, which browsers send as a cookie: make it optional there.`,
      );
  }
}

/**
 * Makes the token optional where schemas of zod or Joi want it, and nothing else does. A browser's request has no body: Express 4 gives an
 * empty one, and Express 5 none.
 */
function makeOptional(context: CodemodContext, { handlers }: FileRoute, name: string): boolean {
  const { file, changes } = context;
  const wants = handlers.slice(0, -1).flatMap((place) => wantsOf(place, name, 3));
  if (wants.length === 0 || wants.some((one) => one === undefined || one.file !== file || !isAlone(one))) return false;
  const nodes = wants.map((want) => want!.node);
  const isZod = nodes.some((node) => originOf(file, node)?.startsWith('zod#') === true);
  const bodies = isZod ? checkedBodies(file) : [];
  if (isZod && bodies.length === 0) return false;
  for (const body of bodies) if (body.type === 'MemberExpression') changes.replace(body, `${textOf(file, body)} ?? {}`);
  for (const node of nodes) {
    const required = requiredIn(file, node);
    if (required) changes.replace(required, textOf(file, (required.callee as TSESTree.MemberExpression).object));
    else if (isZod && !/\.(?:optional|nullish)\(\)/.test(textOf(file, node))) changes.replace(node, `${textOf(file, node)}.optional()`);
  }
  return true;
}

/** Whether a schema wants nothing else: a browser's request has none of it. */
function isAlone({ file, node }: Place): boolean {
  const object = node.parent?.parent;
  if (object?.type !== 'ObjectExpression') return false;
  return object.properties.every((one) => {
    if (one.type !== 'Property' || one.value === node) return one.type === 'Property';
    const text = textOf(file, one.value);
    return originOf(file, one.value)?.startsWith('joi#') === true
      ? !/\.(?:required|exist)\(/.test(text)
      : /\.(?:optional|nullish|default)\(/.test(text);
  });
}

/** What schemas are asked about: `req.body` of `schema.parse(req.body)`, where there may be none. */
function checkedBodies(file: SourceFile): Node[] {
  return methodCallsOf(file, 'parse', 'safeParse', 'parseAsync', 'safeParseAsync').flatMap(({ call }) => {
    const body = argumentAt(call, 0);
    return body && /^req(?:uest)?\.body(?: \?\? \{\})?$/.test(textOf(file, body)) ? [body] : [];
  });
}

/** The schemas that want a name, in what an expression stands for; undefined among them for what wants it in another way. */
function wantsOf({ file, node }: Place, name: string, left: number): (Place | undefined)[] {
  const value = resolveValue({ file, node });
  const spoken = new RegExp(`\\b${name}\\b`);
  const own = nodesOf(value.file, 'Property').filter((one) => contains(value.node, one) && propertyName(one) === name);
  const schemas = own.filter((one) => SCHEMAS.test(originOf(value.file, one.value) ?? ''));
  // A message may speak of it; whatever else does is not understood.
  const others = [...nodesOf(value.file, 'Identifier'), ...nodesOf(value.file, 'Literal')].filter(
    (one) =>
      contains(value.node, one) &&
      (one.type === 'Identifier' ? one.name === name : typeof one.value === 'string' && spoken.test(one.value) && !/\s/.test(one.value)) &&
      !schemas.some((schema) => contains(schema, one)),
  );
  if (others.length > 0 || schemas.length < own.length) return [undefined];
  return [
    ...schemas.map((one) => ({ file: value.file, node: one.value })),
    ...(left > 0 ? namesIn(value).flatMap((one) => wantsOf(one, name, left - 1)) : []),
  ];
}

const SCHEMAS = /^(?:zod#(?:z\.)?|joi#(?:default\.)?)\w/;

/** `Joi.string().required()` at the end of a schema: without it the key may be missing. */
function requiredIn(file: SourceFile, schema: Node): TSESTree.CallExpression | undefined {
  return nodesOf(file, 'CallExpression').find((call) => contains(schema, call) && calleeName(call) === 'required');
}

function isWantedBefore({ handlers }: FileRoute, name: string): boolean {
  return handlers.slice(0, -1).some((place) => mentions(place, new RegExp(`\\b${name}\\b`), 3));
}

/** Whether what an expression stands for speaks of a name: the function, the schema that it is handed or that it uses. */
function mentions({ file, node }: Place, name: RegExp, left: number): boolean {
  const value = resolveValue({ file, node });
  if (name.test(textOf(value.file, value.node))) return true;
  return left > 0 && namesIn(value).some((one) => mentions(one, name, left - 1));
}

function namesIn({ file, node }: Place): Place[] {
  if (!isFunction(node) && !/^(?:Call|Array|Object)Expression$/.test(node.type)) return [];
  return nodesOf(file, 'Identifier')
    .filter((one: Node) => contains(node, one) && variableOf(file, one) !== undefined)
    .map((one) => ({ file, node: one }))
    .filter((one) => resolveValue(one).node !== one.node);
}
