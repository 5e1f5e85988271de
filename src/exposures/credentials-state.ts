import type { CredentialsWay, HttpApi, HttpRequest } from '../apis/http/index.ts';
import { variableOf } from '../syntax/bindings.ts';
import type { Place } from '../flow/resolve.ts';
import { resolveValue } from '../flow/resolve.ts';
import { argumentAt, calleeName, parameterOf, returnsOf, usesOf } from '../syntax/functions.ts';
import { callsTo } from '../flow/calls.ts';
import type { CallNode, Node } from '../syntax/nodes.ts';
import { bare, contains, dressed, enclosingFunction, isFunction, memberName, propertyName } from '../syntax/nodes.ts';
import { shapeOf } from '../flow/objects.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { nodesOf, perFile, textOf } from '../syntax/source-file.ts';
import { callsBelow, clientsOf } from '../app/requests.ts';

/** Whether cookies go along: told so, told not to, not told, or not to be seen from here. */
export interface CredentialsState {
  readonly state: 'sent' | 'off' | 'missing' | 'unknown';
  /** What says so, and its file. */
  readonly node?: Node;
  readonly at?: SourceFile;
}

const MISSING: CredentialsState = { state: 'missing' };
const UNKNOWN: CredentialsState = { state: 'unknown' };

/** What a request itself says. */
export function stateOfRequest(file: SourceFile, request: HttpRequest, way: CredentialsWay): CredentialsState {
  switch (way.form) {
    case 'call':
      return stateOfCalls(file, request.node, way);
    case 'assignment':
      return stateOfAssignments(file, request.receiver, way.property);
    default:
      return stateOfOptions(file, request, way);
  }
}

/** What the options of a request or an instance say. */
export function stateOfOptions(
  file: SourceFile,
  { node, options }: { readonly node: CallNode; readonly options?: Node },
  way: CredentialsWay,
): CredentialsState {
  if (way.form === 'call') return stateOfCalls(file, node, way);
  if (!options) return node.arguments.some((one) => one.type === 'SpreadElement') ? UNKNOWN : MISSING;
  if (way.form === 'assignment') return UNKNOWN;
  const place = { file, node: options };
  const found = way.form === 'fetch' ? stateOfFetch(place, way.option) : stateAlong(place, way.path);
  // A hook that makes the request anew, a fetch of one's own: what they do is not followed, but said somewhere here.
  return found.state === 'missing' && speaksOfCredentials(file, options, way) ? UNKNOWN : found;
}

const SPEAKS_OF_THEM = /credentials/gi;

/**
 * Whether options say anything of credentials but in vain: `withCredentials` for fetch and `credentials` for axios are other
 * clients' options, and neither is a header.
 */
function speaksOfCredentials(file: SourceFile, options: Node, way: CredentialsWay): boolean {
  const said = textOf(file, options).match(SPEAKS_OF_THEM)?.length ?? 0;
  if (said === 0 || way.form !== 'option') return said > 0;
  const shape = shapeOf({ file, node: options });
  const headers = shape?.entries.get('headers');
  const inVain = [
    ...[...(shape?.entries.values() ?? [])].filter(({ name }) => /^(?:with)?credentials$/i.test(name) && name !== way.path[0]),
    ...[...((headers && shapeOf({ file: headers.file, node: headers.value }))?.entries.values() ?? [])],
  ].filter((entry) => entry.file === file && entry.node.type === 'Property' && contains(options, entry.node));
  const counted = inVain.map(({ node }) => textOf(file, node).match(SPEAKS_OF_THEM)?.length ?? 0);
  return said > counted.reduce((sum, one) => sum + one, 0);
}

function stateOfFetch(options: Place, name: string): CredentialsState {
  const shape = shapeOf(options);
  return !shape || shape.open || shape.entries.has(name) ? UNKNOWN : MISSING;
}

/** Follows the path into nested options: `xhrFields`, then `withCredentials`. */
function stateAlong(place: Place, path: readonly string[]): CredentialsState {
  const { file, node } = resolveValue(place);
  if (isFunction(node)) {
    const [only, ...more] = returnsOf(node);
    return only && more.length === 0 ? stateAlong({ file, node: only }, path) : UNKNOWN;
  }
  const shape = shapeOf(place);
  const [name, ...rest] = path;
  const entry = name === undefined ? undefined : shape?.entries.get(name);
  if (!entry) return shape && !shape.open ? MISSING : missingFromCallers({ file, node }, path);
  if (rest.length > 0) return stateAlong({ file: entry.file, node: entry.value }, rest);
  return stateOfValue(entry.file, entry.value, entry.node);
}

function stateOfValue(file: SourceFile, value: Node, said: Node): CredentialsState {
  const { node } = resolveValue({ file, node: value });
  if (node.type !== 'Literal') return UNKNOWN;
  return { state: node.value === 'include' || node.value === true ? 'sent' : 'off', node: said, at: file };
}

/**
 * Options that a wrapper takes from its callers, whole or spread: where a call of the file gives none, or some without,
 * that request goes without cookies.
 */
function missingFromCallers({ file, node }: Place, path: readonly string[]): CredentialsState {
  const taken =
    node.type === 'ObjectExpression'
      ? node.properties.flatMap((one) => (one.type === 'SpreadElement' ? [bare(one.argument)] : []))
      : [node];
  const parameters = taken.map((one) => parameterOf(file, one));
  const [only, ...more] = parameters;
  if (!only || more.length > 0) return UNKNOWN;
  const lacks = callsTo(file, only.fn).some((call) => {
    if (call.arguments.some((one) => one.type === 'SpreadElement')) return false;
    const given = argumentAt(call, only.index);
    const shape = given && shapeOf({ file, node: given });
    return given === undefined ? !hasDefault(file, taken[0]!) : shape !== undefined && !shape.open && !shape.entries.has(path[0]!);
  });
  return lacks ? MISSING : UNKNOWN;
}

/** `(url, init = { credentials: 'include' })`: what is there without a caller's saying. */
function hasDefault(file: SourceFile, parameter: Node): boolean {
  const [definition] = variableOf(file, parameter)?.defs ?? [];
  const { parent } = (definition?.name as Node | undefined) ?? parameter;
  return parent?.type === 'AssignmentPattern' && !(parent.right.type === 'ObjectExpression' && parent.right.properties.length === 0);
}

/** `.withCredentials()` anywhere in the chain, before the request (an agent) or after it; `.options({ credentials })` alike. */
function stateOfCalls(file: SourceFile, node: CallNode, way: Extract<CredentialsWay, { form: 'call' }>): CredentialsState {
  const chain = [...callsAbove(file, node), node, ...callsBelow(file, node).flatMap((one) => [one, ...callsAbove(file, one)])];
  for (const call of chain) {
    const name = calleeName(call);
    if (name === way.method) {
      const given = argumentAt(call, 0);
      const state = way.path
        ? given
          ? stateAlong({ file, node: given }, way.path)
          : MISSING
        : given
          ? stateOfValue(file, given, call)
          : { state: 'sent' as const };
      if (state.state !== 'missing') return state;
    }
    if (name !== undefined && /^(?:use|middlewares|addon|polyfills|defer)$/.test(name)) return UNKNOWN;
  }
  // wretch(url, { credentials: 'include' })
  const options = way.path ? [...chain].map((call) => argumentAt(call, 1)).find((one) => one !== undefined) : undefined;
  return options && way.path ? stateAlong({ file, node: options }, way.path) : MISSING;
}

/** The calls chained onto a call, also by way of the variable that holds it. */
function callsAbove(file: SourceFile, node: Node, steps = 12): readonly CallNode[] {
  if (steps <= 0) return [];
  const outer = dressed(node);
  const { parent } = outer;
  if (parent?.type === 'MemberExpression' && parent.object === outer) {
    const call = dressed(parent).parent;
    return call?.type === 'CallExpression' ? [call, ...callsAbove(file, call, steps - 1)] : [];
  }
  if (parent?.type !== 'VariableDeclarator' || parent.id.type !== 'Identifier' || bare(node).type !== 'CallExpression') return [];
  return usesOf({ file, node: parent.id }).flatMap((use) => {
    const call = use.parent?.type === 'MemberExpression' ? dressed(use.parent).parent : undefined;
    // Only what changes the object itself: another request of the same agent says nothing of this one.
    return call?.type === 'CallExpression' && call.parent.type === 'ExpressionStatement' ? [call] : [];
  });
}

/** `xhr.withCredentials = true` on the same object. */
function stateOfAssignments(file: SourceFile, receiver: Node | undefined, property: string): CredentialsState {
  const variable = receiver && variableOf(file, receiver);
  if (!variable) return UNKNOWN;
  for (const { left, right } of nodesOf(file, 'AssignmentExpression')) {
    if (left.type === 'MemberExpression' && memberName(left) === property && variableOf(file, left.object) === variable)
      return stateOfValue(file, right, left.parent);
  }
  return MISSING;
}

/** The clients for which a file sets the option once for all requests: on defaults, in an interceptor, by `ajaxSetup`. */
const setForAll = perFile(() => new Map<HttpApi, boolean>());

/** Whether the file itself tells every request of a client to send cookies. */
export function isSetForAll(file: SourceFile, api: HttpApi): boolean {
  const known = setForAll(file).get(api);
  if (known !== undefined) return known;
  const { credentials: way } = api;
  const name = way?.form === 'option' ? way.path.at(-1)! : undefined;
  const isSet =
    name !== undefined &&
    !api.isWithoutDefaults &&
    (isAssigned(file, name) ||
      isCloned(file, name) ||
      isGivenByInterceptor(file, name) ||
      clientsOf(file).some(
        (client) => client.api === api && calleeName(client.node) === 'ajaxSetup' && stateOfOptions(file, client, way!).state === 'sent',
      ));
  setForAll(file).set(api, isSet);
  return isSet;
}

/**
 * `axios.defaults.withCredentials = true`, `config.withCredentials = true` in an interceptor, `options.credentials =
 * 'include'` in a hook.
 */
function isAssigned(file: SourceFile, name: string): boolean {
  return nodesOf(file, 'AssignmentExpression').some(
    ({ left, right }) =>
      left.type === 'MemberExpression' &&
      memberName(left) === name &&
      !(right.type === 'Literal' && (right.value === false || right.value === 'omit')),
  );
}

/** `req.clone({ withCredentials: true })` in an interceptor of Angular's. */
function isCloned(file: SourceFile, name: string): boolean {
  return nodesOf(file, 'Property').some(
    (property) =>
      propertyName(property) === name && property.parent.parent.type === 'CallExpression' && calleeName(property.parent.parent) === 'clone',
  );
}

/** `interceptors.request.use((config) => ({ ...config, withCredentials: true }))`: each request is made anew. */
function isGivenByInterceptor(file: SourceFile, name: string): boolean {
  return nodesOf(file, 'Property').some((property) => {
    if (propertyName(property) !== name || property.parent.type !== 'ObjectExpression') return false;
    if (!property.parent.properties.some((one) => one.type === 'SpreadElement')) return false;
    const fn = enclosingFunction(property);
    return fn?.parent.type === 'CallExpression' && calleeName(fn.parent) === 'use' && fn.params[0]?.type === 'Identifier';
  });
}
