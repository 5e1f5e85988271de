import { writtenAttributes } from '../apis/html/tagged-templates.ts';
import { QUERY_PROPERTIES } from '../apis/navigation/index.ts';
import { readName } from '../credentials/names.ts';
import { readsOf, variableOf } from '../syntax/bindings.ts';
import type { Place } from '../flow/resolve.ts';
import { resolveValue } from '../flow/resolve.ts';
import { argumentAt, calleeName } from '../syntax/functions.ts';
import { hint, mentions } from '../syntax/hints.ts';
import type { ByType } from '../syntax/by-type.ts';
import { byType } from '../syntax/by-type.ts';
import type { Node, TSESTree } from '../syntax/nodes.ts';
import { bare, dressed, memberName, propertyName } from '../syntax/nodes.ts';
import { shapeOf } from '../flow/objects.ts';
import { originOf } from '../flow/origin.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { nodesOf, textOf } from '../syntax/source-file.ts';
import { staticText, textParts } from '../flow/static-text.ts';
import type { Goal } from './address-goals.ts';
import { goals, navigationsOf } from './address-goals.ts';
import { isCredential } from './credential.ts';
import { evidenceFor } from './evidence.ts';
import { first } from './first.ts';
import { requestsOf } from '../app/requests.ts';

/** A value that stands in an address. */
export interface UrlSite {
  /** What is reported: the text, the parameter's property, the call that sets it. */
  readonly node: Node;
  readonly part: 'query' | 'hash' | 'path';
  /** The parameter's name, where it has one. */
  readonly key?: string;
  readonly value: Place;
  /** What is known of the address before the value. */
  readonly address: string;
  readonly goal: Goal | undefined;
  /** Whether a scheme stands before the value: `?auth=Bearer ${value}`. */
  readonly hasScheme?: boolean;
}

/** Every value in an address of the file, whatever it is. */
export function* urlSites(file: SourceFile): Generator<UrlSite> {
  for (const text of addressTexts(file)) yield* sitesInText(file, text);
  if (mentions(file, LOOKS_LIKE_ADDRESS)) yield* sitesInMarkup(file);
  // Looking for requests is dear, and few files say so much as one of these words.
  if (!mentions(file, PARAMETERS)) return;
  yield* queryObjects(file);
  yield* requestObjects(file);
  yield* searchParameters(file);
}

const LOOKS_LIKE_ADDRESS = hint(/[?&#][\w.[\]-]+=|[#/]\$\{|[#/]['"]\s*\+/);

/** How an address's parameters are called wherever they are no text. */
const PARAMETERS = hint(/params|query|search/i);

/** Text without which nothing stands in an address. */
export const ADDRESS_HINT = new RegExp(`${PARAMETERS.source}|${LOOKS_LIKE_ADDRESS.source}`, 'i');

/** Templates and sums that look like addresses, each as a whole. Tagged templates are of other languages. */
function* addressTexts(file: SourceFile): Generator<TSESTree.TemplateLiteral | TSESTree.BinaryExpression> {
  if (!mentions(file, LOOKS_LIKE_ADDRESS)) return;
  for (const text of nodesOf(file, 'TemplateLiteral')) {
    if (text.expressions.length > 0 && text.parent.type !== 'TaggedTemplateExpression' && LOOKS_LIKE_ADDRESS.test(textOf(file, text)))
      yield text;
  }
  for (const sum of nodesOf(file, 'BinaryExpression')) {
    if (sum.operator === '+' && sum.parent.type !== 'BinaryExpression' && LOOKS_LIKE_ADDRESS.test(textOf(file, sum))) yield sum;
  }
}

const PARAMETER = /[?&#]([\w.[\]-]+)=$/;
const SCHEME = /Bearer(?:%20|\s|\+)+$/i;

function* sitesInText(file: SourceFile, text: TSESTree.TemplateLiteral | TSESTree.BinaryExpression): Generator<UrlSite> {
  // Where addresses go to is dear to find out, and asked only of those that somebody might send a credential in.
  const goesTo = (): Goal | undefined => goals(file).get(text);
  let address = '';
  for (const part of textParts(file, text)) {
    if (typeof part === 'string') {
      address += part;
      continue;
    }
    // What follows a scheme is the parameter's value as well.
    const start = address.replace(SCHEME, '');
    const key = PARAMETER.exec(start)?.[1];
    const place = placeIn(address, start, key);
    const mayMatter = place !== undefined && (start !== address || mayBeCredential(file, part, key));
    const goal = mayMatter ? goesTo() : undefined;
    if (mayMatter && (goal !== undefined || (key !== undefined && (/[?#]/.test(start) || isGrowingAddress(text)))))
      yield { node: text, value: part, address: start, goal, ...(start !== address && { hasScheme: true }), ...place };
    address += '\0';
  }
}

/** The part of an address in which a value stands, by what is written before it; undefined where it is in none. */
function placeIn(address: string, start: string, key: string | undefined): Pick<UrlSite, 'part' | 'key'> | undefined {
  // Without a question mark it may be a form's body.
  if (key !== undefined) return { part: /#[^?]*$/.test(start) ? 'hash' : 'query', key };
  if (start.endsWith('#')) return { part: 'hash' };
  return /[^/]\/$/.test(address) && !/[?#]/.test(address) ? { part: 'path' } : undefined;
}

/** Whether a value in an address is a credential, or stands in a parameter that is called one. */
function mayBeCredential(file: SourceFile, { file: home, node }: Place, key: string | undefined): boolean {
  return (key !== undefined && readName(key, file.settings.names).verdict === 'credential') || isCredential(evidenceFor(home, node));
}

const ADDRESS_ATTRIBUTES = /^(?:href|src|action|formaction|data-(?:href|src|url)|poster|xlink:href)$/i;

/** `` html`<a href="/export?token=${token}">` `` */
function* sitesInMarkup(file: SourceFile): Generator<UrlSite> {
  for (const { name, before, value } of writtenAttributes(file)) {
    const key = ADDRESS_ATTRIBUTES.test(name) ? PARAMETER.exec(before)?.[1] : undefined;
    if (key === undefined) continue;
    const part = /#[^?]*$/.test(before) ? 'hash' : 'query';
    yield { node: value, part, key, value: { file, node: value }, address: before, goal: 'page' };
  }
}

/** `url += '&token=' + token`. */
function isGrowingAddress(text: Node): boolean {
  const { parent } = dressed(text);
  return (
    parent?.type === 'AssignmentExpression' &&
    parent.operator === '+=' &&
    parent.left.type === 'Identifier' &&
    /url|uri|href|link|query|search|endpoint|path/i.test(parent.left.name)
  );
}

/** `router.push({ query: { token } })`, `axios.get(url, { params: { token } })`. */
function* queryObjects(file: SourceFile): Generator<UrlSite> {
  for (const { node, to, kind } of navigationsOf(file)) yield* inOptions(file, node, to, QUERY_PROPERTIES, '', kind);
  for (const { node, url, options } of requestsOf(file)) {
    if (options) yield* inOptions(file, node, options, /^(?:params|searchParams|query)$/, startOf(file, url), 'request');
  }
}

/** `request({ url: '/me', params: { token } })`: a request by its shape, where the client is one of the project's own. */
function* requestObjects(file: SourceFile): Generator<UrlSite> {
  for (const property of nodesOf(file, 'Property')) {
    if (
      property.parent.type !== 'ObjectExpression' ||
      propertyName(property) !== 'params' ||
      property.parent.parent.type !== 'CallExpression'
    )
      continue;
    const url = property.parent.properties.find((one) => one.type === 'Property' && propertyName(one) === 'url');
    if (url?.type === 'Property')
      yield* inOptions(file, property.parent.parent, property.parent, /^params$/, startOf(file, url.value), 'request');
  }
}

function* inOptions(file: SourceFile, at: Node, options: Node, names: RegExp, address: string, goal: Goal): Generator<UrlSite> {
  for (const entry of shapeOf({ file, node: options })?.entries.values() ?? []) {
    if (!names.test(entry.name)) continue;
    for (const { name, file: home, node, value } of shapeOf({ file: entry.file, node: entry.value })?.entries.values() ?? []) {
      yield { node: home === file ? node : at, part: 'query', key: name, value: { file: home, node: value }, address, goal };
    }
  }
}

/** What is known of an address's beginning. */
function startOf(file: SourceFile, url: Node | undefined): string {
  const [start] = url ? textParts(file, url) : [];
  return typeof start === 'string' ? start : '';
}

const ANGULAR_PARAMS = /^@angular\/common\/http#HttpParams<new>(?:\.(?:set|append)\(\))*$/;

/** Where parameters enter an address: what is known of it before them, and where it goes. */
interface Entered {
  readonly address: string;
  readonly goal?: Goal;
}

/** `url.searchParams.set('token', token)`, `new URLSearchParams({ token })` where it goes into an address. */
function* searchParameters(file: SourceFile): Generator<UrlSite> {
  for (const call of nodesOf(file, 'CallExpression')) yield* byMethod(file, call);
  for (const made of nodesOf(file, 'NewExpression')) {
    const given = originOf(file, made.callee) === 'URLSearchParams' ? argumentAt(made, 0) : undefined;
    const entered = given && addressEntered(file, made);
    if (!given || !entered) continue;
    for (const { name, place, node } of parametersIn(file, given))
      yield {
        node: place.file === file ? node : made,
        part: 'query',
        key: name,
        value: place,
        address: entered.address,
        goal: entered.goal,
      };
  }
}

/** `url.searchParams.set('token', token)`. */
function* byMethod(file: SourceFile, call: TSESTree.CallExpression): Generator<UrlSite> {
  const [key, value] = [argumentAt(call, 0), argumentAt(call, 1)];
  if (call.callee.type !== 'MemberExpression' || !key || !value || !/^(?:set|append)$/.test(calleeName(call) ?? '')) return;
  const entered = addressOf(file, call.callee.object);
  const name = entered && staticText(file, key);
  if (entered && name !== undefined)
    yield { node: call, part: 'query', key: name, value: { file, node: value }, address: entered.address, goal: entered.goal };
}

/** The parameters of `new URLSearchParams(…)`: of an object, of a list of pairs, of a text. */
function parametersIn(file: SourceFile, given: Node): { readonly name: string; readonly place: Place; readonly node: Node }[] {
  const shape = shapeOf({ file, node: given });
  if (shape)
    return [...shape.entries.values()].map(({ name, file: home, node, value }) => ({ name, place: { file: home, node: value }, node }));
  const { file: home, node } = resolveValue({ file, node: given });
  if (node.type === 'ArrayExpression')
    return node.elements.flatMap((pair) => {
      const [key, value] = pair?.type === 'ArrayExpression' ? pair.elements : [];
      const name = key && key.type !== 'SpreadElement' ? staticText(home, key) : undefined;
      return name !== undefined && pair && value && value.type !== 'SpreadElement'
        ? [{ name, place: { file: home, node: value }, node: pair }]
        : [];
    });
  if (node.type !== 'TemplateLiteral' && node.type !== 'BinaryExpression') return [];
  let text = '?';
  return textParts(home, node).flatMap((part) => {
    if (typeof part === 'string') {
      text += part;
      return [];
    }
    const name = PARAMETER.exec(text)?.[1];
    text += '\0';
    return name === undefined ? [] : [{ name, place: part, node }];
  });
}

/** The address to which parameters belong: `https://…` of `new URL('https://…').searchParams`. Undefined where they belong to none. */
function addressOf(file: SourceFile, parameters: Node): Entered | undefined {
  const origin = originOf(file, parameters) ?? '';
  if (parameters.type === 'MemberExpression' && memberName(parameters) === 'searchParams') {
    const { node } = resolveValue({ file, node: parameters.object });
    return { address: node.type === 'NewExpression' ? startOf(file, argumentAt(node, 0)) : '', ...goingTo(file, node) };
  }
  if (origin.endsWith('.searchParams') || ANGULAR_PARAMS.test(origin)) return { address: '' };
  return origin === 'URLSearchParams<new>' ? first(readsElsewhere(file, bare(parameters)), (use) => addressEntered(file, use)) : undefined;
}

function goingTo(file: SourceFile, node: Node): { readonly goal?: Goal } {
  const goal = goals(file).get(bare(node));
  return goal === undefined ? {} : { goal };
}

/** The address that parameters enter, as far as it is known: '' where it is not. Undefined where they enter none: a form's body, say. */
function addressEntered(file: SourceFile, node: Node, depth = 3): Entered | undefined {
  const outer = dressed(node);
  return depth <= 0 || !outer.parent ? undefined : byType(ENTERED, outer.parent, outer, file, depth);
}

/** An address of which nothing is known. */
const UNKNOWN_ADDRESS: Entered = { address: '' };

/** By what stands around the parameters. */
const ENTERED: ByType<Entered | undefined, [parameters: Node, file: SourceFile, depth: number]> = {
  TemplateLiteral: (text, parameters, file) => {
    const before = text.quasis[text.expressions.indexOf(parameters as TSESTree.Expression)]?.value.raw;
    return /[?#&]$/.test(before ?? '') ? { address: startOf(file, text), ...goingTo(file, text) } : undefined;
  },
  BinaryExpression: (sum, parameters, file) => {
    const before = sum.right === parameters ? textParts(file, sum.left).at(-1) : undefined;
    return typeof before === 'string' && /[?#&]$/.test(before) ? { address: startOf(file, sum), ...goingTo(file, sum) } : undefined;
  },
  // params.toString()
  MemberExpression: (member, parameters, file, depth) =>
    member.object === parameters && memberName(member) === 'toString' && member.parent.type === 'CallExpression'
      ? addressEntered(file, member.parent, depth)
      : undefined,
  // url.search = params
  AssignmentExpression: ({ left, right }, parameters) =>
    right === parameters && left.type === 'MemberExpression' && /^(?:search|hash)$/.test(memberName(left) ?? '')
      ? UNKNOWN_ADDRESS
      : undefined,
  Property: (property, parameters) =>
    property.value === parameters && /^(?:params|search|searchParams|query)$/.test(propertyName(property) ?? '')
      ? UNKNOWN_ADDRESS
      : undefined,
  CallExpression: (call, parameters) =>
    call.callee !== parameters && /^(?:setSearchParams|String)$/.test(calleeName(call) ?? '') ? UNKNOWN_ADDRESS : undefined,
  VariableDeclarator: ({ id }, _parameters, file, depth) => first(readsElsewhere(file, id), (use) => addressEntered(file, use, depth - 1)),
};

function readsElsewhere(file: SourceFile, id: Node): readonly Node[] {
  const variable = id.type === 'Identifier' ? variableOf(file, id) : undefined;
  return variable ? readsOf(variable) : [];
}
