import { bindingOf, readsOf, variableOf } from '../../syntax/bindings.ts';
import type { CallOfMethod } from '../../syntax/functions.ts';
import { argumentAt, callsOf, methodCallsOf } from '../../syntax/functions.ts';
import type { Node, TSESTree } from '../../syntax/nodes.ts';
import { bare, fixedName, isAssignmentTarget, isDeleteTarget, isFunction, memberName, propertyName } from '../../syntax/nodes.ts';
import { originOf } from '../../flow/origin.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf, perFile } from '../../syntax/source-file.ts';
import { staticText } from '../../flow/static-text.ts';
import { whole } from '../../credentials/alternatives.ts';

/** A statement that configures an app: `app.use(cors())`, `app.get('/', …)`. */
export interface AppStatement {
  readonly statement: TSESTree.ExpressionStatement;
  readonly call: TSESTree.CallExpression;
  /** `use`, `get`, `listen` … */
  readonly method: string;
  /** What the middleware comes from: `cors#()`, `express#json()`; `unknown` where that is not known. */
  readonly origins: readonly string[];
  /** The path that it is for, where it is for one. */
  readonly path: string | undefined;
}

/** An Express app that a file creates. */
export interface ExpressApp {
  readonly file: SourceFile;
  /** The app as the file names it: `app`, `this.app`. */
  readonly name: string;
  /** The statement that creates it. */
  readonly declaration: Node;
  /** In the order in which they run, of the block in which the app is created. */
  readonly statements: readonly AppStatement[];
}

/** The apps that a file creates: `const app = express()`, at the top or in a function that makes one. */
export const expressAppsOf = perFile((file): readonly ExpressApp[] => [
  ...nodesOf(file, 'VariableDeclarator').flatMap((declarator) => {
    if (declarator.id.type !== 'Identifier' || !declarator.init || originOf(file, declarator.init) !== 'express#()') return [];
    const variable = variableOf(file, declarator.id);
    return variable ? [appOf(file, declarator.id.name, declarator.parent, readsOf(variable))] : [];
  }),
  ...appsOfClasses(file),
]);

/** `this.app = express()` in a constructor, `app = express()` among the fields. */
function appsOfClasses(file: SourceFile): ExpressApp[] {
  const made = [
    ...nodesOf(file, 'AssignmentExpression')
      .filter(
        ({ left, right }) =>
          left.type === 'MemberExpression' && left.object.type === 'ThisExpression' && originOf(file, right) === 'express#()',
      )
      .map(({ left, parent }) => ({ name: memberName(left as TSESTree.MemberExpression), declaration: parent })),
    ...nodesOf(file, 'PropertyDefinition')
      .filter(({ value }) => value !== null && originOf(file, value) === 'express#()')
      .map((field) => ({ name: propertyName(field), declaration: field })),
  ];
  return made.flatMap(({ name, declaration }) =>
    name === undefined
      ? []
      : [
          appOf(
            file,
            `this.${name}`,
            declaration,
            nodesOf(file, 'MemberExpression').filter((member) => member.object.type === 'ThisExpression' && memberName(member) === name),
          ),
        ],
  );
}

function appOf(file: SourceFile, name: string, declaration: Node, uses: readonly Node[]): ExpressApp {
  const statements = uses.flatMap((use) => statementOf(file, use) ?? []).toSorted((a, b) => a.statement.range[0] - b.statement.range[0]);
  return { file, name, declaration, statements };
}

function statementOf(file: SourceFile, use: Node): AppStatement | undefined {
  const member = use.parent;
  if (
    member?.type !== 'MemberExpression' ||
    member.object !== use ||
    member.parent.type !== 'CallExpression' ||
    member.parent.callee !== member
  )
    return undefined;
  const call = member.parent;
  if (call.parent.type !== 'ExpressionStatement') return undefined;
  const first = argumentAt(call, 0);
  const path = first && (first.type === 'Literal' || first.type === 'TemplateLiteral') ? staticText(file, first) : undefined;
  return {
    statement: call.parent,
    call,
    method: memberName(member) ?? '',
    origins: call.arguments.slice(path === undefined ? 0 : 1).map((one) => originOf(file, one) ?? 'unknown'),
    path,
  };
}

/** Middleware of packages that reads requests, or answers all of them alike, and registers no route. */
const WITHOUT_ROUTES = whole([
  /cors#\(\)/,
  /express#(?:json|urlencoded|text|raw|static)\(\)/,
  /body-parser#.*/,
  /cookie-parser#\(\)/,
  /helmet#\(\)/,
  /morgan#\(\)/,
  /compression#\(\)/,
  /pino-http#\(\)/,
  /hpp#\(\)/,
  /express-mongo-sanitize#\(\)/,
  /xss-clean#\(\)/,
  /express-session#\(\)/,
  /cookie-session#\(\)/,
  /method-override#\(\)/,
  /express-rate-limit#(?:rateLimit)?\(\)/,
  /passport#(?:initialize|session)\(\)/,
  /express-fileupload#\(\)/,
  /response-time#\(\)/,
  /connect-timeout#\(\)/,
  /serve-favicon#\(\)/,
]);

/** Whether what a statement uses is known to hold no route. */
export function isWithoutRoutes({ origins }: Pick<AppStatement, 'origins'>): boolean {
  return origins.length > 0 && origins.every((origin) => WITHOUT_ROUTES.test(origin));
}

/** Whether the app takes cookies apart already. */
export function parsesCookies(file: SourceFile): boolean {
  return callsOf(file).some((call) => originOf(file, call.callee) === 'cookie-parser#');
}

/** Where a request's token is read from a header, for checking a session. */
export interface TokenRead {
  /** The expression that gives the header: `req.headers.authorization`, `req.header('x-auth-token')`. */
  readonly node: Node;
  /** Lower case. */
  readonly header: string;
  /** The request, as written. */
  readonly request: TSESTree.Identifier;
}

const TOKEN_HEADER = /^(?:authorization|(?:x-)?(?:access|auth|jwt|session|user)?-?(?:token|jwt))$/i;

/** Every place where a handler reads a token from a request's headers. */
export const tokenReadsOf = perFile((file): readonly TokenRead[] => [
  ...nodesOf(file, 'MemberExpression').flatMap((member) => memberRead(file, member)),
  ...methodCallsOf(file, 'header', 'get').flatMap((call) => callRead(file, call)),
  ...nodesOf(file, 'VariableDeclarator').flatMap((declarator) => destructuredReads(file, declarator)),
]);

function tokenRead(node: Node, header: string | undefined, request: TSESTree.Identifier | undefined): TokenRead[] {
  return header !== undefined && request && TOKEN_HEADER.test(header) ? [{ node, header: header.toLowerCase(), request }] : [];
}

/** `req.headers.authorization`, `req.headers['x-auth-token']`. */
function memberRead(file: SourceFile, member: TSESTree.MemberExpression): TokenRead[] {
  const header = memberName(member);
  const headers = bare(member.object);
  if (header === undefined || !TOKEN_HEADER.test(header)) return [];
  if (headers.type !== 'MemberExpression' || memberName(headers) !== 'headers') return [];
  return isAssignmentTarget(member) || isDeleteTarget(member) ? [] : tokenRead(member, header, requestAt(file, headers.object));
}

/** `req.header('authorization')`, `req.get('authorization')`. */
function callRead(file: SourceFile, { call, object }: CallOfMethod): TokenRead[] {
  const name = argumentAt(call, 0);
  return tokenRead(call, name && staticText(file, name), requestAt(file, object));
}

/** `const { authorization } = req.headers`. */
function destructuredReads(file: SourceFile, { id, init }: TSESTree.VariableDeclarator): TokenRead[] {
  if (id.type !== 'ObjectPattern' || init?.type !== 'MemberExpression' || memberName(init) !== 'headers') return [];
  const request = requestAt(file, init.object);
  return id.properties.flatMap((property) =>
    property.type === 'Property' ? tokenRead(property, fixedName(property.key, property.computed), request) : [],
  );
}

/** A request by its place: the first parameter of a handler, or one called `req` or `request`. */
export function requestAt(file: SourceFile, node: Node): TSESTree.Identifier | undefined {
  const inner = bare(node);
  if (inner.type !== 'Identifier') return undefined;
  const variable = variableOf(file, inner);
  const binding = variable && bindingOf(variable);
  if (binding?.kind !== 'parameter' || !isFunction(binding.fn)) return undefined;
  return /^_?(?:req|request)$/.test(inner.name) || /^(?:express#Request|http#IncomingMessage)<new>$/.test(originOf(file, inner) ?? '')
    ? inner
    : undefined;
}
