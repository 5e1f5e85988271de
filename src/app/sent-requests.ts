import type { HttpApi, HttpRequest } from '../apis/http/index.ts';
import { calledFunction, constructorCalled } from '../flow/calls.ts';
import { shapeOf } from '../flow/objects.ts';
import { originOf } from '../flow/origin.ts';
import type { Place } from '../flow/resolve.ts';
import { resolveValue } from '../flow/resolve.ts';
import type { TextPart } from '../flow/static-text.ts';
import { mergeParts, textParts } from '../flow/static-text.ts';
import { bindingOf, variableOf } from '../syntax/bindings.ts';
import { argumentAt } from '../syntax/functions.ts';
import { constructorOf } from '../syntax/members.ts';
import { thisHost } from '../flow/this-host.ts';
import type { CallNode, FunctionNode, Node } from '../syntax/nodes.ts';
import { bare, contains, isClass, memberName } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { nodesOf, perFile } from '../syntax/source-file.ts';
import { clientsBehind, requestsOf } from './requests.ts';

/** An address as far as it is known: what it begins with, where that is a value of its own, and the rest. */
export interface Address {
  /** `API` of `${API}/login`, `baseURL` of an instance; undefined where the address is written whole. */
  readonly base: Place | undefined;
  readonly rest: readonly TextPart[];
}

/** A request, where the code names its address: at the client's call, or at that of a function of the app around one. */
export interface SentRequest {
  readonly file: SourceFile;
  readonly node: CallNode;
  readonly api: HttpApi;
  readonly address: Address;
  /** The functions of the app that it goes through, the innermost first. */
  readonly through: readonly FunctionNode[];
}

/** How many functions a request goes through at most. */
const MOST_WRAPPERS = 4;
/** How many calls of a function are looked at. */
const MOST_CALLS = 200;

/** The requests of some files, each where its address is named. */
export function sentRequestsIn(files: readonly SourceFile[]): SentRequest[] {
  return files.flatMap((file) => requestsOf(file).flatMap((request) => sentRequestsOf(file, request)));
}

/** A client's request, at the places where its address is named. */
export function sentRequestsOf(file: SourceFile, { node, api, url, options }: HttpRequest): SentRequest[] {
  const kept = !url && options ? resolveValue({ file, node: options }) : undefined;
  const own = url ? addressAt({ file, node: url }) : ((kept && addressOfConfig(kept)) ?? { base: undefined, rest: [] });
  const bases = clientsBehind(file, node).flatMap((one) => (one.client.base ? [{ file: one.file, node: one.client.base }] : []));
  const address = own.base === undefined && bases[0] && !isAbsolute(own.rest) ? below(bases[0], own.rest) : own;
  return named({ file, node, api, address, through: [] });
}

/** A path below an instance's base: clients put one slash between them. */
function below(base: Place, rest: readonly TextPart[]): Address {
  const [first] = rest;
  return { base, rest: typeof first === 'string' && !first.startsWith('/') ? mergeParts(['/', ...rest]) : rest };
}

function isAbsolute([first]: readonly TextPart[]): boolean {
  return typeof first === 'string' && /^(?:[a-z]+:)?\/\//i.test(first);
}

/** The same request at the calls of the function around it, where a parameter of that function is a part of the address. */
function named(request: SentRequest): SentRequest[] {
  const { address, through } = request;
  if (through.length >= MOST_WRAPPERS) return [request];
  const holes = [...(address.base ? [address.base] : []), ...address.rest.filter((part) => typeof part !== 'string')];
  for (const hole of holes) {
    const parameter = parameterAt(hole);
    if (!parameter) continue;
    const asked = callersOf(hole.file, parameter.fn).flatMap(({ file, node }) => {
      const given = givenAt({ file, node }, parameter);
      return given ? [{ ...request, ...callOf(request, { file, node }, parameter.fn), address: filled(address, hole, given) }] : [];
    });
    if (asked.length > 0) return asked.flatMap((one) => named({ ...one, through: [...through, parameter.fn] }));
  }
  return [request];
}

/** Whoever makes an instance names its base, not the address: then the request stays where it is. */
function callOf(
  { file, node }: SentRequest,
  caller: { readonly file: SourceFile; readonly node: CallNode },
  fn: FunctionNode,
): Pick<SentRequest, 'file' | 'node'> {
  return caller.node.type === 'NewExpression' || !contains(fn, node) || makesOthers(fn, node) ? { file, node } : caller;
}

/** `createClient(base)` gives functions that ask: a request inside of one is not asked by the call. */
function makesOthers(fn: FunctionNode, node: Node): boolean {
  for (let at: Node | undefined = node.parent; at && at !== fn; at = at.parent) {
    if (at.type === 'Property' && at.parent.type === 'ObjectExpression' && at.value.type !== 'CallExpression') {
      const holder = at.parent.parent;
      if (holder.type === 'ReturnStatement' || holder.type === 'ArrowFunctionExpression') return true;
    }
  }
  return false;
}

function filled(address: Address, hole: Place, given: Place): Address {
  const value = addressAt(given);
  if (address.base?.node === hole.node) return { base: value.base, rest: mergeParts([...value.rest, ...address.rest]) };
  const at = address.rest.findIndex((part) => typeof part !== 'string' && part.node === hole.node);
  const inside = value.base ? [...textParts(value.base.file, value.base.node), ...value.rest] : value.rest;
  return { base: address.base, rest: mergeParts([...address.rest.slice(0, at), ...inside, ...address.rest.slice(at + 1)]) };
}

/** The address that an expression is: `${API}/login`, `API + path`, `new URL(path, API)`, in place or in a variable. */
function addressAt(place: Place): Address {
  const { file, node } = resolveValue(place);
  const parts = (nodes: readonly Node[]): readonly TextPart[] => nodes.flatMap((one) => textParts(file, one));
  if (node.type === 'TemplateLiteral' && node.quasis[0]?.value.raw === '' && node.expressions[0]) {
    const inner = addressAt({ file, node: node.expressions[0] });
    const rest = node.quasis
      .slice(1)
      .flatMap((quasi, i): readonly TextPart[] => [quasi.value.cooked ?? quasi.value.raw, ...parts(node.expressions.slice(i + 1, i + 2))]);
    return { base: inner.base, rest: mergeParts([...inner.rest, ...rest]) };
  }
  if (node.type === 'BinaryExpression' && node.operator === '+') {
    const left = addressAt({ file, node: node.left });
    return { base: left.base, rest: mergeParts([...left.rest, ...parts([node.right])]) };
  }
  const url = addressOfUrl(file, node) ?? addressOfConfig({ file, node });
  if (url) return url;
  const kept = fieldAt({ file, node });
  if (kept) return addressAt(kept);
  const rest = node.type === 'Literal' || node.type === 'TemplateLiteral' ? textParts(file, node) : undefined;
  return rest && isWhole(place, rest) ? { base: undefined, rest } : { base: place, rest: [''] };
}

/** `axios(config)` of `const config = { method, url: '/orders' }`. */
function addressOfConfig({ file, node }: Place): Address | undefined {
  const url = node.type === 'ObjectExpression' ? shapeOf({ file, node })?.entries.get('url') : undefined;
  return url && addressAt({ file: url.file, node: url.value });
}

/** `new URL(path, base)`. */
function addressOfUrl(file: SourceFile, node: Node): Address | undefined {
  if (node.type !== 'NewExpression' || originOf(file, node.callee) !== 'URL') return undefined;
  const [path, base] = [argumentAt(node, 0), argumentAt(node, 1)];
  if (!path) return undefined;
  return base ? below({ file, node: base }, textParts(file, path)) : addressAt({ file, node: path });
}

/** Whether a text is an address, and no base of others: one that is written in place, or `const url = `/api${path}``, each time another. */
function isWhole({ node }: Place, parts: readonly TextPart[]): boolean {
  return !isNamed(node) || parts.some((part) => typeof part !== 'string' && parameterAt(part) !== undefined);
}

function isNamed(node: Node): boolean {
  return /^(?:Identifier|MemberExpression)$/.test(bare(node).type);
}

/** What a class was given for a field: `this.base` of `this.base = base`, of `constructor(private base: string)`. */
function fieldAt({ file, node }: Place): Place | undefined {
  if (node.type !== 'MemberExpression' || node.object.type !== 'ThisExpression') return undefined;
  const [host, name] = [thisHost(node.object), memberName(node)];
  if (!host || !isClass(host) || name === undefined) return undefined;
  const given = constructorOf(host)?.params.find((one) => one.type === 'TSParameterProperty' && nameOf(one.parameter) === name);
  if (given?.type === 'TSParameterProperty')
    return { file, node: given.parameter.type === 'Identifier' ? given.parameter : given.parameter.left };
  const assigned = nodesOf(file, 'AssignmentExpression').filter(
    ({ left }) =>
      left.type === 'MemberExpression' && left.object.type === 'ThisExpression' && memberName(left) === name && contains(host, left),
  );
  return assigned.length === 1 ? { file, node: assigned[0]!.right } : undefined;
}

function nameOf(node: Node): string | undefined {
  if (node.type === 'AssignmentPattern') return nameOf(node.left);
  return node.type === 'Identifier' ? node.name : undefined;
}

interface Parameter {
  readonly fn: FunctionNode;
  readonly index: number;
  readonly path: readonly (string | undefined)[];
}

/** The parameter, or the part of one, that a place names: `path`, `url` of `({ url }) => …`, `options.url`. */
function parameterAt({ file, node }: Place): Parameter | undefined {
  const inner = bare(node);
  if (inner.type === 'MemberExpression' && inner.object.type === 'Identifier') {
    const of = parameterAt({ file, node: inner.object });
    return of && { ...of, path: [...of.path, memberName(inner)] };
  }
  const variable = inner.type === 'Identifier' ? variableOf(file, inner) : undefined;
  const binding = variable && bindingOf(variable);
  return binding?.kind === 'parameter' ? { fn: binding.fn, index: binding.index, path: binding.path } : undefined;
}

function givenAt({ file, node }: { readonly file: SourceFile; readonly node: CallNode }, { index, path }: Parameter): Place | undefined {
  const argument = argumentAt(node, index);
  let at: Place | undefined = argument && { file, node: argument };
  for (const step of path) {
    const entry: { readonly file: SourceFile; readonly value: Node } | undefined =
      at && step !== undefined ? shapeOf(at)?.entries.get(step) : undefined;
    at = entry && { file: entry.file, node: entry.value };
  }
  return at;
}

/** The calls of a file by the functions and constructors that they call, wherever these are written. */
const callsByTarget = perFile((file): ReadonlyMap<Node, readonly CallNode[]> => {
  const found = new Map<Node, CallNode[]>();
  const add = (fn: Node | undefined, call: CallNode): void => {
    if (fn) found.set(fn, [...(found.get(fn) ?? []), call]);
  };
  for (const call of nodesOf(file, 'CallExpression'))
    add((call.callee.type === 'Super' ? constructorCalled(file, call) : calledFunction(file, call))?.node, call);
  for (const call of nodesOf(file, 'NewExpression')) add(constructorCalled(file, call)?.node, call);
  return found;
});

/** What callers give for a value that is a parameter, through the functions and classes around: the value itself where it is none. */
export function givenFor(place: Place, steps = MOST_WRAPPERS): Place[] {
  const parameter = steps > 0 ? parameterAt(place) : undefined;
  if (!parameter) return [place];
  return callersOf(place.file, parameter.fn).flatMap((call) => {
    const given = givenAt(call, parameter);
    return given ? givenFor(given, steps - 1) : [];
  });
}

/** The calls of a function in its own file and, in a project, in the files that import it, also by way of another. */
function callersOf(file: SourceFile, fn: FunctionNode): { readonly file: SourceFile; readonly node: CallNode }[] {
  const around = new Set([file]);
  for (let round = 0, latest = [file]; round < 3 && latest.length > 0; round++) {
    latest = latest.flatMap((one) => one.facts?.importersOf(one) ?? []).filter((one) => !around.has(one));
    for (const one of latest) around.add(one);
  }
  return [...around].flatMap((one) => (callsByTarget(one).get(fn) ?? []).map((node) => ({ file: one, node }))).slice(0, MOST_CALLS);
}
