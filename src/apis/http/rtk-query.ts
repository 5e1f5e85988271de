import { calledFunction } from '../../flow/calls.ts';
import { shapeOf } from '../../flow/objects.ts';
import { originOf } from '../../flow/origin.ts';
import type { Place } from '../../flow/resolve.ts';
import { resolveValue } from '../../flow/resolve.ts';
import { bindingOf, readsOf, variableOf } from '../../syntax/bindings.ts';
import { argumentAt, calleeName, parameterOf, returnsOf, usesOf } from '../../syntax/functions.ts';
import type { CallNode, FunctionNode, Node, TSESTree } from '../../syntax/nodes.ts';
import { bare, contains, isFunction, memberName, propertyName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf, perFile } from '../../syntax/source-file.ts';
import { describedClient } from './described-client.ts';
import type { HttpAnswer, HttpApi, HttpRequest } from './http-api.ts';

const SOURCES = [
  '@reduxjs/toolkit/query',
  '@reduxjs/toolkit/query/react',
  '@reduxjs/toolkit/dist/query',
  '@reduxjs/toolkit/dist/query/react',
];

const originsOf = (name: string): ReadonlySet<string | undefined> => new Set(SOURCES.map((source) => `${source}#${name}`));
const [MAKERS, RETRIES, BASE_QUERIES] = [originsOf('createApi'), originsOf('retry'), originsOf('fetchBaseQuery')];

/** How many steps an api, or what makes its requests, is followed back. */
const MOST_STEPS = 6;

/** What makes requests: `fetchBaseQuery({ baseUrl, prepareHeaders })`. */
const baseQueries = describedClient({
  id: 'rtk-query',
  hint: /fetchBaseQuery|graphqlRequestBaseQuery|createApi|injectEndpoints|BaseQuery/,
  label: 'RTK Query',
  // What an endpoint asks for stands in a function of its own, and what makes the request is the api's.
  credentials: { form: 'option', path: ['credentials'], value: 'include' },
  header: { form: 'option', path: ['headers'] },
  session: { form: 'given', option: 'fetchFn' },
  factories: {
    ...Object.fromEntries(SOURCES.map((source) => [`${source}#fetchBaseQuery`, { options: 0 }])),
    '@rtk-query/graphql-request-base-query#graphqlRequestBaseQuery': { options: 0 },
  },
  base: ['baseUrl', 'url'],
});

/**
 * RTK Query: endpoints name their requests, `builder.mutation({ query: (body) => ({ url, method, body }) })`, and one base query of
 * the api makes them: https://redux-toolkit.js.org/rtk-query/api/fetchBaseQuery, whose `prepareHeaders(headers)` sets headers one by
 * one and whose `fetchFn` is called in place of `fetch`.
 */
export const rtkQueryApi: HttpApi = {
  ...baseQueries,
  *requests(file) {
    for (const endpoint of endpointsOf(file)) {
      const client = endpoint.query && clientOfApi(endpoint.api);
      const asked = client && askedBy(endpoint);
      if (client && asked) yield { api: rtkQueryApi, node: endpoint.call, client, ...asked };
    }
    yield* askedByHand(file);
  },
  answers: (file) => answersIn(file),
};

/** An endpoint: `login: builder.mutation({ … })` below `endpoints` of an api. */
interface Endpoint {
  readonly file: SourceFile;
  readonly name: string;
  readonly call: TSESTree.CallExpression;
  /** The call that it is an endpoint of: `createApi({ endpoints })`, `api.injectEndpoints({ endpoints })`. */
  readonly api: Place;
  /** Its functions, by their names, where they stand in its file. */
  readonly functions: ReadonlyMap<string, FunctionNode>;
  readonly query: FunctionNode | undefined;
}

const endpointsOf = perFile((file): readonly Endpoint[] =>
  /endpoints/.test(file.text) ? nodesOf(file, 'CallExpression').flatMap((call) => endpointAt(file, call) ?? []) : [],
);

function endpointAt(file: SourceFile, call: TSESTree.CallExpression): Endpoint | undefined {
  const api = apiOfEndpoint(file, call);
  const name = call.parent.type === 'Property' ? propertyName(call.parent) : undefined;
  if (!api || name === undefined || !apiBehind({ file, node: api })) return undefined;
  const options = argumentAt(call, 0);
  const functions = new Map<string, FunctionNode>();
  for (const entry of (options && shapeOf({ file, node: options }))?.entries.values() ?? []) {
    const value = resolveValue({ file: entry.file, node: entry.value });
    if (value.file === file && isFunction(value.node)) functions.set(entry.name, value.node);
  }
  return { file, name, call, api: { file, node: api }, functions, query: functions.get('query') };
}

/** The call in whose `endpoints` a builder's call stands: `endpoints: (builder) => ({ login: builder.mutation({…}) })`. */
function apiOfEndpoint(file: SourceFile, { callee }: TSESTree.CallExpression): TSESTree.CallExpression | undefined {
  if (callee.type !== 'MemberExpression' || !/^(?:query|mutation|infiniteQuery)$/.test(memberName(callee) ?? '')) return undefined;
  const builder = parameterOf(file, bare(callee.object));
  const table = builder?.index === 0 ? builder.fn.parent : undefined;
  const api = table?.type === 'Property' && propertyName(table) === 'endpoints' ? table.parent.parent : undefined;
  return api?.type === 'CallExpression' ? api : undefined;
}

/** The call that made an api, through those that gave it more endpoints. */
function apiBehind(place: Place, steps = MOST_STEPS): Place | undefined {
  const { file, node } = resolveValue(place);
  if (steps <= 0 || node.type !== 'CallExpression') return undefined;
  if (MAKERS.has(originOf(file, node.callee))) return { file, node };
  return node.callee.type === 'MemberExpression' && /^(?:inject|enhance)Endpoints$/.test(memberName(node.callee) ?? '')
    ? apiBehind({ file, node: node.callee.object }, steps - 1)
    : undefined;
}

/** The call that made what makes the requests of an api: `fetchBaseQuery({ … })`, behind functions of the app around it. */
function clientOfApi(place: Place): Place | undefined {
  const api = apiBehind(place);
  const options = api?.node.type === 'CallExpression' ? argumentAt(api.node, 0) : undefined;
  const entry = api && options ? shapeOf({ file: api.file, node: options })?.entries.get('baseQuery') : undefined;
  return entry && baseQueryBehind({ file: entry.file, node: entry.value });
}

function baseQueryBehind(place: Place, steps = MOST_STEPS): Place | undefined {
  const { file, node } = resolveValue(place);
  if (steps <= 0) return undefined;
  const next = (one: Node, home = file): Place | undefined => baseQueryBehind({ file: home, node: one }, steps - 1);
  if (isFunction(node)) {
    const inside = nodesOf(file, 'CallExpression').filter((call) => contains(node, call) && call.arguments.length > 0);
    return inside.map(({ callee }) => next(callee)).find((one) => one !== undefined);
  }
  if (node.type !== 'CallExpression') return undefined;
  if (BASE_QUERIES.has(originOf(file, node.callee))) return { file, node };
  const [first] = node.arguments;
  if (first && RETRIES.has(originOf(file, node.callee))) return next(first);
  const called = calledFunction(file, node);
  return (
    called &&
    returnsOf(called.node)
      .map((one) => next(one, called.file))
      .find((one) => one !== undefined)
  );
}

/** What an endpoint asks for: `query: () => '/me'`, `query: (body) => ({ url: '/login', body })`. */
function askedBy({ file, query }: Endpoint): Pick<HttpRequest, 'url' | 'options'> | undefined {
  return returnsOf(query!)
    .map((one) => askedAt(file, one))
    .find((one) => one !== undefined);
}

function askedAt(file: SourceFile, node: Node): Pick<HttpRequest, 'url' | 'options'> | undefined {
  const value = resolveValue({ file, node });
  if (value.file !== file) return undefined;
  if (value.node.type !== 'ObjectExpression') return { url: bare(node) };
  const url = shapeOf(value)?.entries.get('url');
  return url?.file === file ? { url: url.value, options: value.node } : undefined;
}

/** Requests that a function makes by a base query itself: `await baseQuery('/refresh', api, extraOptions)`. */
function* askedByHand(file: SourceFile): Generator<HttpRequest> {
  for (const node of nodesOf(file, 'CallExpression')) {
    const first = argumentAt(node, 0);
    // What a function around it was asked for is named where it is an endpoint's.
    if (!first || node.callee.type !== 'Identifier' || parameterOf(file, bare(first))) continue;
    const client = madeBy(file, node.callee);
    const asked = client && askedAt(file, first);
    if (client && asked) yield { api: rtkQueryApi, node, client, ...asked };
  }
}

function madeBy(file: SourceFile, callee: TSESTree.Identifier): Place | undefined {
  const handed = parameterOf(file, callee);
  if (handed) {
    const endpoint = handed.index === 3 ? endpointsOf(file).find(({ functions }) => functions.get('queryFn') === handed.fn) : undefined;
    return endpoint && clientOfApi(endpoint.api);
  }
  const { file: home, node } = resolveValue({ file, node: callee });
  return node.type === 'CallExpression' && BASE_QUERIES.has(originOf(home, node.callee)) ? { file: home, node } : undefined;
}

const TOLD = /queryFulfilled|transformResponse|matchFulfilled|initiate|use\w+(?:Mutation|Query)\b/;

/** Where the answers of endpoints come out: what is waited for, what hooks and reducers are handed. */
function* answersIn(file: SourceFile): Generator<HttpAnswer> {
  if (!TOLD.test(file.text)) return;
  for (const { call, functions } of endpointsOf(file)) {
    for (const node of answersToldOf(file, functions)) yield { node, request: call };
  }
  for (const call of nodesOf(file, 'CallExpression')) {
    for (const [node, endpoint] of [...ofMatcher(file, call), ...ofHook(file, call), ...ofAction(file, call)])
      yield { node, request: endpoint.call };
  }
}

/** `onQueryStarted: async (arg, { queryFulfilled }) => …`, `transformResponse: (response) => …`. */
function answersToldOf(file: SourceFile, functions: ReadonlyMap<string, FunctionNode>): Node[] {
  const [started, transform] = [functions.get('onQueryStarted'), functions.get('transformResponse')];
  return [
    ...(started ? partsOfParameter(file, started, 1, 'queryFulfilled') : []),
    ...(transform?.params[0] ? readsOfPattern(file, transform.params[0]) : []),
  ];
}

/** `addMatcher(api.endpoints.login.matchFulfilled, (state, action) => …)`: the action brings the answer. */
function ofMatcher(file: SourceFile, call: TSESTree.CallExpression): [Node, Endpoint][] {
  const [matcher, reducer] = calleeName(call) === 'addMatcher' ? [argumentAt(call, 0), argumentAt(call, 1)] : [];
  const fn = reducer && resolveValue({ file, node: reducer });
  if (!matcher || fn?.file !== file || !isFunction(fn.node)) return [];
  const told = nodesOf(file, 'MemberExpression').filter((one) => memberName(one) === 'matchFulfilled' && contains(matcher, one));
  const endpoints = told.flatMap(({ object }) => endpointNamed(file, object) ?? []);
  return partsOfParameter(file, fn.node, 1, 'payload').flatMap((node) => endpoints.map((one): [Node, Endpoint] => [node, one]));
}

/** `api.endpoints.login`. */
function endpointNamed(file: SourceFile, node: Node): Endpoint | undefined {
  const inner = bare(node);
  const table = inner.type === 'MemberExpression' ? bare(inner.object) : undefined;
  const name = inner.type === 'MemberExpression' ? memberName(inner) : undefined;
  if (table?.type !== 'MemberExpression' || memberName(table) !== 'endpoints' || name === undefined) return undefined;
  return endpointOf({ file, node: table.object }, name);
}

/** The endpoint of a name, of those that an api was given where it was made and after that. */
function endpointOf(place: Place, name: string, steps = MOST_STEPS): Endpoint | undefined {
  const { file, node } = resolveValue(place);
  if (steps <= 0 || node.type !== 'CallExpression') return undefined;
  const own = endpointsOf(file).find((one) => one.api.node === node && one.name === name);
  return own ?? (node.callee.type === 'MemberExpression' ? endpointOf({ file, node: node.callee.object }, name, steps - 1) : undefined);
}

const HOOK = /^use(?:Lazy)?([A-Z]\w*?)(?:Mutation|Query)$/;

/** `const [login, { data }] = useLoginMutation()`: what the trigger's calls give, and what the hook says of the last one. */
function ofHook(file: SourceFile, call: TSESTree.CallExpression): [Node, Endpoint][] {
  const hook = HOOK.exec(calleeName(call) ?? '')?.[1];
  const pattern = call.parent.type === 'VariableDeclarator' ? call.parent.id : undefined;
  const endpoint = hook === undefined || !pattern ? undefined : endpointOfHook(file, call, hook.charAt(0).toLowerCase() + hook.slice(1));
  if (!endpoint || !pattern) return [];
  const [trigger, said] = pattern.type === 'ArrayPattern' ? pattern.elements : [undefined, pattern];
  const answers = [...(trigger ? triggered(file, trigger) : []), ...(said ? saidBy(file, said) : [])];
  return answers.map((node) => [node, endpoint]);
}

/** The calls of what a hook gives to ask by. */
function triggered(file: SourceFile, trigger: Node): Node[] {
  return usesOf({ file, node: trigger }).flatMap((use) =>
    use.parent?.type === 'CallExpression' && use.parent.callee === use ? [use.parent] : [],
  );
}

/** `{ data }`, or the whole, of which `data` is a part. */
function saidBy(file: SourceFile, said: Node): readonly Node[] {
  if (said.type !== 'ObjectPattern') return usesOf({ file, node: said });
  const data = propertyOf(said, 'data');
  return data ? readsOfPattern(file, data) : [];
}

/** A hook is a member of its api: `api.useLoginMutation`, or taken out of it, wherever that is. */
function endpointOfHook(file: SourceFile, { callee }: CallNode, name: string): Endpoint | undefined {
  const inner = bare(callee);
  if (inner.type === 'MemberExpression') return endpointOf({ file, node: inner.object }, name);
  const { file: home, node } = resolveValue({ file, node: inner });
  if (node.type === 'MemberExpression') return endpointOf({ file: home, node: node.object }, name);
  const variable = node.type === 'Identifier' ? variableOf(home, node) : undefined;
  const binding = variable && bindingOf(variable);
  return binding?.kind === 'value' && binding.path.length === 1 ? endpointOf({ file: home, node: binding.init }, name) : undefined;
}

/** `dispatch(api.endpoints.login.initiate(body))`. */
function ofAction(file: SourceFile, call: TSESTree.CallExpression): [Node, Endpoint][] {
  if (calleeName(call) !== 'initiate' || call.callee.type !== 'MemberExpression') return [];
  const endpoint = endpointNamed(file, call.callee.object);
  if (!endpoint) return [];
  const around = call.parent.type === 'CallExpression' ? [call.parent] : [];
  return [call, ...around].map((node) => [node, endpoint]);
}

/** Where a part of a function's parameter is read: `action.payload`, `payload` of `{ payload }`. */
function partsOfParameter(file: SourceFile, fn: FunctionNode, index: number, name: string): readonly Node[] {
  const parameter = fn.params[index];
  if (parameter?.type === 'ObjectPattern') {
    const taken = propertyOf(parameter, name);
    return taken ? readsOfPattern(file, taken) : [];
  }
  const reads = parameter?.type === 'Identifier' ? usesOf({ file, node: parameter }) : [];
  return reads.flatMap(({ parent }) => (parent?.type === 'MemberExpression' && memberName(parent) === name ? [parent] : []));
}

function propertyOf(pattern: TSESTree.ObjectPattern, name: string): Node | undefined {
  const property = pattern.properties.find((one) => one.type === 'Property' && propertyName(one) === name);
  return property?.type === 'Property' ? property.value : undefined;
}

/** The reads of a name that a pattern gives, or the pattern, out of which parts are taken at once. */
function readsOfPattern(file: SourceFile, pattern: Node): readonly Node[] {
  if (pattern.type === 'AssignmentPattern') return readsOfPattern(file, pattern.left);
  if (pattern.type === 'ObjectPattern') return [pattern];
  const variable = variableOf(file, pattern);
  return variable ? readsOf(variable) : [];
}
