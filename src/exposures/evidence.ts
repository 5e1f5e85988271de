import { whole } from '../credentials/alternatives.ts';
import { readName } from '../credentials/names.ts';
import { couldBeCredential, isMockText } from '../credentials/literals.ts';
import type { ByType } from '../syntax/by-type.ts';
import { byType } from '../syntax/by-type.ts';
import type { Binding } from '../syntax/bindings.ts';
import { bindingOf, variableOf } from '../syntax/bindings.ts';
import { sourcesOf } from '../flow/back.ts';
import { callersOf } from '../flow/calls.ts';
import type { Location } from '../flow/location.ts';
import { atDeclaration, locationOf } from '../flow/location.ts';
import { isWholeState, toldBy } from '../flow/state-by-name.ts';
import { Walk } from '../flow/walk.ts';
import { lastName } from '../syntax/functions.ts';
import type { CallNode, Node, TSESTree } from '../syntax/nodes.ts';
import { bare, memberName, propertyName } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { positionOf, textOf } from '../syntax/source-file.ts';
import type { EvidenceOfParts } from './evidence-of-calls.ts';
import { evidenceOfCall, passedThrough, readFromStorage } from './evidence-of-calls.ts';
import { byName, byStep, isIndex, named } from './named-evidence.ts';
import { isServiceKey } from './service-keys.ts';
import { tokenCallbacks } from './token-sources.ts';
import { isTypedIn, isTypedValue } from './typed-in.ts';
import type { Credential, Evidence } from './credential.ts';
import { isCredential, isSameEvidence, NOT_A_CREDENTIAL, NOTHING_YET, strongest } from './credential.ts';

const walk = new Walk<Evidence>(compute, { nothingYet: NOTHING_YET, unknown: undefined, isSame: isSameEvidence });

/**
 * Whether an expression is a credential, by flow first and by name last: names alone decide nothing where the value
 * says otherwise.
 */
export function evidenceFor(file: SourceFile, node: Node): Evidence {
  return walk.ask(locationOf(file, node));
}

/** The same of one of several places that a value comes from, or of a part of it. */
export function evidenceAt(at: Location): Evidence {
  return walk.ask(at);
}

/** The credential that an expression is, or undefined. */
export function credentialAt(file: SourceFile, node: Node): Credential | undefined {
  const evidence = evidenceFor(file, node);
  return isCredential(evidence) ? evidence : undefined;
}

/** Properties that give the value itself beside those of state: of cookies, answers. */
const SAME_VALUE = new Set(['data', 'raw', 'jwt', 'token']);

/** How the evidence for a call asks for that of its parts. */
const PARTS: EvidenceOfParts = { of: evidenceFor, at: evidenceAt };

function compute(at: Location): Evidence {
  const { file, node } = at;
  const declared = atDeclaration(at);
  if (declared !== at) return readAt(node, evidenceAt(declared), declared.node);
  return at.path.length > 0 ? ofPart(at) : byType(EVIDENCE, node, file, at);
}

const nothing = (): Evidence => NOT_A_CREDENTIAL;
const called = (node: CallNode, file: SourceFile): Evidence => evidenceOfCall(file, node, PARTS);
const ofEach = (file: SourceFile, nodes: readonly Node[]): Evidence => strongest(nodes.map((one) => evidenceFor(file, one)));

/** What is known of a whole expression, by its kind. Of what is not here nothing is known. */
const EVIDENCE: ByType<Evidence, [file: SourceFile, at: Location]> = {
  Identifier: (node, _file, at) => ofIdentifier(at, node),
  MemberExpression: (node, file) => ofMember(file, node),
  CallExpression: called,
  NewExpression: called,
  TemplateLiteral: (node, file) =>
    node.expressions.length === 0
      ? ofLiteral(file, node, node.quasis[0]?.value.cooked ?? '')
      : ofText(file, node, node.expressions, node.expressions[0]),
  BinaryExpression: (node, file) => (node.operator === '+' ? ofText(file, node, [node.left, node.right], node.right) : NOT_A_CREDENTIAL),
  ConditionalExpression: (node, file) => ofEach(file, [node.consequent, node.alternate]),
  LogicalExpression: (node, file) => ofEach(file, node.operator === '&&' ? [node.right] : [node.left, node.right]),
  AssignmentExpression: (node, file) => evidenceFor(file, node.right),
  YieldExpression: (_node, _file, at) => strongest(sourcesOf(at).map(evidenceAt)),
  Literal: (node, file) =>
    typeof node.value === 'string' ? ofLiteral(file, node, node.value) : node.value === null ? undefined : NOT_A_CREDENTIAL,
  UnaryExpression: (node) => (node.operator === 'void' ? undefined : NOT_A_CREDENTIAL),
  UpdateExpression: nothing,
  ArrowFunctionExpression: nothing,
  FunctionExpression: nothing,
  FunctionDeclaration: nothing,
  ClassExpression: nothing,
  ClassDeclaration: nothing,
  JSXElement: nothing,
  JSXFragment: nothing,
  TSEnumDeclaration: nothing,
  ArrayExpression: nothing,
};

/** What is known of a variable, where it is read. */
function readAt(node: Node, evidence: Evidence, declaration: Node): Evidence {
  return isCredential(evidence) && evidence.node === declaration ? { ...evidence, node } : evidence;
}

type JoinedText = TSESTree.TemplateLiteral | TSESTree.BinaryExpression;

/** A text of several parts: the credential among them, or what the scheme says that the text begins with. */
function ofText(file: SourceFile, text: JoinedText, parts: readonly Node[], carried: Node | undefined): Evidence {
  const found = ofEach(file, parts);
  if (isCredential(found)) return found;
  if (isMockText(startOf(text))) return NOT_A_CREDENTIAL;
  return carried && startsWithBearer(text) ? ofCarried(file, text, carried) : undefined;
}

/** `'Bearer ' + x`: the scheme says what x is, unless x is known to be another thing. */
function ofCarried(file: SourceFile, text: JoinedText, carried: Node): Evidence {
  if (evidenceFor(file, carried) === NOT_A_CREDENTIAL || isServiceKey(carried)) return undefined;
  return {
    node: text,
    file,
    name: textOf(file, carried),
    kind: 'access token',
    strength: 'name',
    reason: 'it begins with the scheme Bearer',
  };
}

function startsWithBearer(text: JoinedText): boolean {
  return /^Bearer\s+$/i.test(startOf(text));
}

/** The text with which joined parts begin; '' where it is not written there. */
function startOf(text: JoinedText): string {
  if (text.type === 'TemplateLiteral') return text.quasis[0]?.value.raw ?? '';
  const left = bare(text.left);
  if (left.type === 'BinaryExpression') return startOf(left);
  return left.type === 'Literal' && typeof left.value === 'string' ? left.value : '';
}

function ofLiteral(file: SourceFile, node: Node, text: string): Evidence {
  // An empty text is what people write before there is a token, and after.
  if (text === '') return undefined;
  if (!couldBeCredential(text) || isNamedHash(node)) return NOT_A_CREDENTIAL;
  return {
    node,
    file,
    name: `'${text.slice(0, 8)}…'`,
    kind: 'token',
    strength: 'likely',
    reason: 'the text looks like a token that was pasted in',
  };
}

/** What a text of random signs is by the name of its property: `{ hash: '…' }`. */
const OTHER_TEXTS = /^(?:\w*(?:hash|checksum|digest|integrity|sha\d*|commit|revision|etag)|id|uuid|guid|version|src|href|url|path)$/i;

function isNamedHash({ parent }: Node): boolean {
  return parent?.type === 'Property' && OTHER_TEXTS.test(propertyName(parent) ?? '');
}

function ofIdentifier(at: Location, node: TSESTree.Identifier): Evidence {
  const { file } = at;
  const variable = variableOf(file, node);
  if (!variable) return node.name === 'undefined' || node.name === 'NaN' ? undefined : byName(file, node, node.name);
  const binding = bindingOf(variable);
  const found = strongest(sourcesOf(at).map(evidenceAt));
  return named(file, node, node.name, binding.kind === 'value' ? found : ofBinding(file, binding, found));
}

/** What a binding says by itself beside the places that it comes from: parameters, imports, functions. */
function ofBinding(file: SourceFile, binding: Binding, found: Evidence): Evidence {
  switch (binding.kind) {
    case 'element':
      return found ?? byStep(file, binding.list, binding.path.at(-1));
    case 'parameter':
      return ofParameter(file, binding, found);
    case 'import':
      if (found !== undefined) return found;
      return binding.imported === 'default' || binding.imported === '*' ? undefined : byName(file, binding.node, binding.imported);
    case 'declaration':
      return NOT_A_CREDENTIAL;
    default:
      return found;
  }
}

/** `const { data: { token } } = response`, `const [token, setToken] = useState(…)`: the part that the path names. */
function ofPart(at: Location): Evidence {
  const { file, node, path } = at;
  // The first element of a state hook's pair is the state, unless a person types it in: that is no session.
  if (node.type === 'CallExpression' && path.length === 1 && path[0] === '0' && isTypedIn(file, node)) return NOT_A_CREDENTIAL;
  const sources = sourcesOf(at);
  const found = sources.length > 0 ? strongest(sources.map(evidenceAt)) : ofPair(at);
  const step = path.at(-1)!;
  return isIndex(step) ? found : named(file, node, step, found);
}

/** The first element of what a call gives that keeps a value: a storage's hook, a signal. */
function ofPair({ file, node, path }: Location): Evidence {
  if (node.type !== 'CallExpression' || path.length > 1) return undefined;
  // The second is what sets it.
  if (path[0] === '1') return NOT_A_CREDENTIAL;
  return path[0] === '0' ? (readFromStorage(file, node) ?? passedThrough(file, node, PARTS)) : undefined;
}

function ofParameter(file: SourceFile, binding: Extract<Binding, { kind: 'parameter' }>, found: Evidence): Evidence {
  const { fn, index, path } = binding;
  const signed = tokenCallbacks(file).get(fn);
  if (signed && signed.index === index && path.length === 0)
    return {
      node: binding.node,
      file,
      name: textOf(file, binding.node),
      kind: 'access token',
      strength: 'flow',
      source: 'signing',
      reason: `it is issued by ${signed.call} (line ${positionOf(file, signed.node.range[0]).line})`,
    };
  const watched = toldBy(fn, index);
  if (watched && path.length === 0) {
    const given = evidenceFor(file, watched);
    if (isCredential(given)) return given;
  }
  // What one caller gives is none need not be none for others: only of a callback are all callers known.
  if (!isCredential(found) && found !== NOTHING_YET && callersOf(file, fn).length > 0) return undefined;
  return found ?? byStep(file, binding.node, path.at(-1));
}

function ofMember(file: SourceFile, node: TSESTree.MemberExpression): Evidence {
  const name = memberName(node);
  if (name === undefined) return ofElement(file, node);
  if (isEnvironment(file, node)) return NOT_A_CREDENTIAL;
  const part = locationOf(file, node.object, [name] as readonly (string | undefined)[]);
  const found = part && strongest(sourcesOf(part).map(evidenceAt));
  if (found !== undefined) return named(file, node, name, found);
  if (name === 'length' || name === 'size' || isTypedValue(node) || isTrait(file, node, name)) return NOT_A_CREDENTIAL;
  const own = byName(file, node, name);
  if (own !== undefined || !(SAME_VALUE.has(name) || isWholeState(name))) return own;
  // token.value, tokenRef.current; but user.data is not the user's token.
  const holder = evidenceFor(file, node.object);
  return isCredential(holder) ? holder : undefined;
}

/** What is said about a token, of whatever trade: `token.symbol`, `token.type`, `jwt.exp`. */
const TRAITS = whole(`
  type kind name label title id uuid symbol address decimals chainId price amount balance logo logoURI icon image color
  index line column start end exp iat expir\\w* issuedAt createdAt scope scopes
`);

function isTrait(file: SourceFile, { object }: TSESTree.MemberExpression, name: string): boolean {
  if (/^(?:symbol|decimals|chainId|logoURI)$/.test(name)) return true;
  if (!TRAITS.test(name)) return false;
  const of = lastName(object);
  return of !== undefined && /^(?:credential|likely)$/.test(readName(of, file.settings.names).verdict);
}

/** `roles[0]` is what somebody may do, and opens nothing. */
const LISTS_OF_RIGHTS = /^\w*(?:roles|authorities|permissions|scopes)$/i;

/** `header.split(' ')[1]`: a part of a credential that is itself one; `token.split('.')[1]` is its payload. */
function ofElement(file: SourceFile, node: TSESTree.MemberExpression): Evidence {
  const object = bare(node.object);
  if (object.type === 'CallExpression' && object.callee.type === 'MemberExpression' && memberName(object.callee) === 'split') {
    const [separator] = object.arguments;
    return separator?.type === 'Literal' && separator.value === '.' ? NOT_A_CREDENTIAL : evidenceFor(file, object.callee.object);
  }
  const name = lastName(object);
  return name !== undefined && LISTS_OF_RIGHTS.test(name) ? NOT_A_CREDENTIAL : undefined;
}

/** `process.env.X`, `import.meta.env.X`, `Deno.env`: configuration is another matter than a user's session. */
function isEnvironment(file: SourceFile, node: TSESTree.MemberExpression): boolean {
  return /^(?:process|import\.meta|Bun|Deno|env|config)\??\.env\b/.test(textOf(file, node));
}
