import { whole } from '../credentials/alternatives.ts';
import { readName } from '../credentials/names.ts';
import type { NameReading } from '../credentials/names.ts';
import { couldBeCredential } from '../credentials/literals.ts';
import { splitWords } from '../credentials/words.ts';
import type { Binding, Step } from '../syntax/bindings.ts';
import { bindingOf, variableOf } from '../syntax/bindings.ts';
import { sourcesOf } from '../flow/back.ts';
import { callersOf } from '../flow/calls.ts';
import type { Location } from '../flow/location.ts';
import { atDeclaration, isKeptStep, locationOf } from '../flow/location.ts';
import { isWholeState, toldBy } from '../flow/state-by-name.ts';
import { Walk } from '../flow/walk.ts';
import { calleeName } from '../syntax/functions.ts';
import type { Node, TSESTree } from '../syntax/nodes.ts';
import { bare, memberName } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { positionOf, textOf } from '../syntax/source-file.ts';
import { evidenceOfCall, passedThrough, readFromStorage } from './evidence-of-calls.ts';
import { tokenCallbacks } from './token-sources.ts';
import { isTypedIn, isTypedValue } from './typed-in.ts';
import type { Credential, Evidence, Strength } from './credential.ts';
import { seenFrom, isCredential, isSameEvidence, NOT_A_CREDENTIAL, NOTHING_YET, strongest } from './credential.ts';

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

function compute(at: Location): Evidence {
  const { file, node } = at;
  const declared = atDeclaration(at);
  if (declared !== at) return readAt(node, evidenceAt(declared), declared.node);
  if (at.path.length > 0) return ofPart(at);
  switch (node.type) {
    case 'Identifier':
      return ofIdentifier(at, node);
    case 'MemberExpression':
      return ofMember(file, node);
    case 'CallExpression':
    case 'NewExpression':
      return evidenceOfCall(file, node);
    case 'TemplateLiteral': {
      if (node.expressions.length === 0) return ofLiteral(file, node, node.quasis[0]?.value.cooked ?? '');
      const found = strongest(node.expressions.map((one) => evidenceFor(file, one)));
      return isCredential(found) ? found : withScheme(file, node, node.expressions[0], found);
    }
    case 'BinaryExpression': {
      if (node.operator !== '+') return NOT_A_CREDENTIAL;
      const found = strongest([evidenceFor(file, node.left), evidenceFor(file, node.right)]);
      return isCredential(found) ? found : withScheme(file, node, node.right, evidenceFor(file, node.right));
    }
    case 'ConditionalExpression':
      return strongest([evidenceFor(file, node.consequent), evidenceFor(file, node.alternate)]);
    case 'LogicalExpression':
      return node.operator === '&&'
        ? evidenceFor(file, node.right)
        : strongest([evidenceFor(file, node.left), evidenceFor(file, node.right)]);
    case 'AssignmentExpression':
      return evidenceFor(file, node.right);
    case 'YieldExpression':
      return strongest(sourcesOf(at).map(evidenceAt));
    case 'Literal':
      return typeof node.value === 'string' ? ofLiteral(file, node, node.value) : node.value === null ? undefined : NOT_A_CREDENTIAL;
    case 'UnaryExpression':
      return node.operator === 'void' ? undefined : NOT_A_CREDENTIAL;
    case 'UpdateExpression':
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
    case 'FunctionDeclaration':
    case 'ClassExpression':
    case 'ClassDeclaration':
    case 'JSXElement':
    case 'JSXFragment':
    case 'TSEnumDeclaration':
    case 'ArrayExpression':
      return NOT_A_CREDENTIAL;
    default:
      return undefined;
  }
}

/** What is known of a variable, where it is read. */
function readAt(node: Node, evidence: Evidence, declaration: Node): Evidence {
  return isCredential(evidence) && evidence.node === declaration ? { ...evidence, node } : evidence;
}

/** `'Bearer ' + x`: the scheme says what x is, unless x is known to be another thing. */
function withScheme(
  file: SourceFile,
  text: TSESTree.TemplateLiteral | TSESTree.BinaryExpression,
  carried: Node | undefined,
  evidence: Evidence,
): Evidence {
  const start = text.type === 'TemplateLiteral' ? text.quasis[0]?.value.raw : text.left.type === 'Literal' ? text.left.value : undefined;
  if (typeof start !== 'string' || !/^Bearer\s+$/i.test(start) || !carried || evidence === NOT_A_CREDENTIAL || isServiceKey(carried))
    return undefined;
  return {
    node: text,
    file,
    name: textOf(file, carried),
    kind: 'access token',
    strength: 'name',
    reason: 'it begins with the scheme Bearer',
  };
}

const SERVICE_KEY_WORDS = new Set(['key', 'keys', 'apikey', 'secret', 'pat', 'password', 'pass', 'env', 'anon', 'config']);

/** `apiKey`, `this.secretKey`, `getApiKey()`: a key that is configured or typed in, not a session. */
export function isServiceKey(node: Node): boolean {
  const inner = bare(node);
  // key.value, keyRef.current: the key itself.
  if (inner.type === 'MemberExpression' && /^(?:value|current)$/.test(memberName(inner) ?? '')) return isServiceKey(inner.object);
  const name =
    inner.type === 'Identifier'
      ? inner.name
      : inner.type === 'MemberExpression'
        ? memberName(inner)
        : inner.type === 'CallExpression'
          ? calleeName(inner)
          : undefined;
  return name === undefined ? inner.type !== 'MemberExpression' : splitWords(name).some((word) => SERVICE_KEY_WORDS.has(word));
}

function ofLiteral(file: SourceFile, node: Node, text: string): Evidence {
  // An empty text is what people write before there is a token, and after.
  if (text === '') return undefined;
  if (!couldBeCredential(text)) return NOT_A_CREDENTIAL;
  return {
    node,
    file,
    name: `'${text.slice(0, 8)}…'`,
    kind: 'token',
    strength: 'likely',
    reason: 'the text looks like a token that was pasted in',
  };
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
  return path[0] === '0' ? (readFromStorage(file, node) ?? passedThrough(file, node)) : undefined;
}

function isIndex(step: string): boolean {
  return isKeptStep(step) || /^(?:\d+|\*)$/.test(step);
}

function byStep(file: SourceFile, node: Node, step: Step): Evidence {
  return step === undefined || isIndex(step) ? undefined : byName(file, node, step);
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
  const of = object.type === 'Identifier' ? object.name : object.type === 'MemberExpression' ? memberName(object) : undefined;
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
  const name = object.type === 'Identifier' ? object.name : object.type === 'MemberExpression' ? memberName(object) : undefined;
  return name !== undefined && LISTS_OF_RIGHTS.test(name) ? NOT_A_CREDENTIAL : undefined;
}

/** `process.env.X`, `import.meta.env.X`, `Deno.env`: configuration is another matter than a user's session. */
function isEnvironment(file: SourceFile, node: TSESTree.MemberExpression): boolean {
  return /^(?:process|import\.meta|Bun|Deno|env|config)\??\.env\b/.test(textOf(file, node));
}

/** Evidence by name alone. Names of other trades say that it is none; unknown names say nothing. */
export function byName(file: SourceFile, node: Node, name: string, reading: NameReading = readName(name, file.settings.names)): Evidence {
  const strength: Strength | undefined = reading.verdict === 'credential' ? 'name' : reading.verdict === 'likely' ? 'likely' : undefined;
  if (strength === undefined) return reading.trade === undefined ? undefined : NOT_A_CREDENTIAL;
  return { node, file, name, kind: reading.kind, strength, reason: `it is ${article(reading.kind)} by its name` };
}

/** Joins what the value says with what the name says: a flow keeps its reason and takes the nearer name. */
function named(file: SourceFile, node: Node, name: string, found: Evidence): Evidence {
  if (found === NOT_A_CREDENTIAL || found === NOTHING_YET) return found;
  const own = byName(file, node, name);
  if (found === undefined) return own;
  const evidence = seenFrom(file, found);
  // Called a CSRF token, though it came from something called a token: the nearer name is right.
  if (own === NOT_A_CREDENTIAL && evidence.strength !== 'flow') return NOT_A_CREDENTIAL;
  if (isCredential(own) && own.strength === 'name' && evidence.strength === 'likely') return own;
  return { ...evidence, node, file, name, kind: isCredential(own) && own.kind !== 'token' ? own.kind : evidence.kind };
}

/** "an access token", "a refresh token". */
export function article(noun: string): string {
  return `${/^[aeiouI]/.test(noun) ? 'an' : 'a'} ${noun}`;
}
