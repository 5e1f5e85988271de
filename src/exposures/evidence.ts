import { readName } from '../credentials/names.ts';
import type { NameReading } from '../credentials/names.ts';
import { couldBeCredential } from '../credentials/literals.ts';
import { splitWords } from '../credentials/words.ts';
import type { Binding, Step } from '../syntax/bindings.ts';
import { bindingOf, readsOf, valuesOf, variableOf } from '../syntax/bindings.ts';
import { resolveValue } from '../flow/resolve.ts';
import { argumentAt, calleeName } from '../syntax/functions.ts';
import { callsTo } from '../flow/calls.ts';
import type { FunctionNode, Node, TSESTree } from '../syntax/nodes.ts';
import { bare, isFunction, memberName, propertyName } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { perFile, positionOf, textOf } from '../syntax/source-file.ts';
import { evidenceOfCall, passedThrough, readFromStorage } from './evidence-of-calls.ts';
import { tokenCallbacks } from './token-sources.ts';
import type { Credential, Evidence, Strength } from './credential.ts';
import { isCredential, NOT_A_CREDENTIAL, strongest } from './credential.ts';

/** How far a value is followed. Deeper chains exist, but what they show is rarely what they seem. */
const DEPTH = 10;

const shallow = perFile(() => new Map<Node, Evidence>());

/**
 * Whether an expression is a credential, by flow first and by name last: names alone decide nothing where the value
 * says otherwise.
 */
export function evidenceFor(file: SourceFile, node: Node, depth = DEPTH): Evidence {
  const inner = bare(node);
  const cache = shallow(file);
  if (cache.has(inner)) return cache.get(inner);
  if (depth <= 0) return undefined;
  // Set first, so that a cycle meets an answer.
  cache.set(inner, undefined);
  const evidence = compute(file, inner, depth - 1);
  cache.set(inner, evidence);
  return evidence;
}

/** The credential that an expression is, or undefined. */
export function credentialAt(file: SourceFile, node: Node): Credential | undefined {
  const evidence = evidenceFor(file, node);
  return isCredential(evidence) ? evidence : undefined;
}

/** Properties that give the value itself: of refs, signals, cookies, form fields. */
const SAME_VALUE = new Set(['value', 'current', 'data', 'raw', 'jwt', 'token']);

function compute(file: SourceFile, node: Node, depth: number): Evidence {
  switch (node.type) {
    case 'Identifier':
      return ofIdentifier(file, node, depth);
    case 'MemberExpression':
      return ofMember(file, node, depth);
    case 'CallExpression':
    case 'NewExpression':
      return evidenceOfCall(file, node, depth);
    case 'TemplateLiteral': {
      if (node.expressions.length === 0) return ofLiteral(file, node, node.quasis[0]?.value.cooked ?? '');
      const found = strongest(node.expressions.map((one) => evidenceFor(file, one, depth)));
      return isCredential(found) ? found : withScheme(file, node, node.expressions[0], found);
    }
    case 'BinaryExpression': {
      if (node.operator !== '+') return NOT_A_CREDENTIAL;
      const found = strongest([evidenceFor(file, node.left, depth), evidenceFor(file, node.right, depth)]);
      return isCredential(found) ? found : withScheme(file, node, node.right, evidenceFor(file, node.right, depth));
    }
    case 'ConditionalExpression':
      return strongest([evidenceFor(file, node.consequent, depth), evidenceFor(file, node.alternate, depth)]);
    case 'LogicalExpression':
      return node.operator === '&&'
        ? evidenceFor(file, node.right, depth)
        : strongest([evidenceFor(file, node.left, depth), evidenceFor(file, node.right, depth)]);
    case 'AssignmentExpression':
      return evidenceFor(file, node.right, depth);
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

function ofIdentifier(file: SourceFile, node: TSESTree.Identifier, depth: number): Evidence {
  const variable = variableOf(file, node);
  if (!variable) return node.name === 'undefined' || node.name === 'NaN' ? undefined : byName(file, node, node.name);
  const binding = bindingOf(variable);
  const answers = valuesOf(variable).map((value) => evidenceFor(file, value, depth));
  if (binding.kind !== 'value' || binding.path.length > 0) answers.push(ofBinding(file, binding, depth));
  return named(file, node, node.name, strongest(answers));
}

/** What a binding says by itself: parts of other values, parameters, imports. */
function ofBinding(file: SourceFile, binding: Binding, depth: number): Evidence {
  switch (binding.kind) {
    case 'value':
      return binding.path.length > 0 ? partOf(file, binding.init, binding.path, depth) : undefined;
    case 'element':
      return byStep(file, binding.list, binding.path.at(-1));
    case 'parameter':
      return ofParameter(file, binding, depth);
    case 'import': {
      const exported = file.links?.exported(file, binding.source, binding.imported);
      if (exported) return evidenceFor(exported.file, exported.node, depth);
      return binding.imported === 'default' || binding.imported === '*' ? undefined : byName(file, binding.node, binding.imported);
    }
    case 'declaration':
      return NOT_A_CREDENTIAL;
    default:
      return undefined;
  }
}

/** `const { data: { token } } = response`, `const [token, setToken] = useState(…)`: the part that the path names. */
function partOf(file: SourceFile, init: Node, path: readonly Step[], depth: number): Evidence {
  const source = bare(init);
  const awaited = source.type === 'CallExpression' && path[0] !== undefined ? elementOfAll(file, source, path[0]) : undefined;
  if (awaited) return path.length === 1 ? evidenceFor(file, awaited, depth) : partOf(file, awaited, path.slice(1), depth);
  // The first element of a state hook's pair is the state, unless a person types it in: that is no session.
  if (path[0] === '0' && path.length === 1 && source.type === 'CallExpression')
    return isTypedIn(file, source) ? NOT_A_CREDENTIAL : (readFromStorage(file, source) ?? passedThrough(file, source, depth));
  if (path[0] === '1' && path.length === 1 && source.type === 'CallExpression') return NOT_A_CREDENTIAL;
  const literal = resolveValue({ file, node: init });
  if (literal.node.type === 'ObjectExpression' && path[0] !== undefined) {
    const property = literal.node.properties.findLast((one) => one.type === 'Property' && propertyName(one) === path[0]);
    if (property?.type === 'Property')
      return path.length === 1
        ? evidenceFor(literal.file, property.value, depth)
        : partOf(literal.file, property.value, path.slice(1), depth);
  }
  return byStep(file, init, path.at(-1));
}

/** `const [user, token] = await Promise.all([load(), sign()])`: the element that a variable gets. */
function elementOfAll(file: SourceFile, { callee, arguments: [list] }: TSESTree.CallExpression, index: string): Node | undefined {
  if (
    callee.type !== 'MemberExpression' ||
    memberName(callee) !== 'all' ||
    callee.object.type !== 'Identifier' ||
    callee.object.name !== 'Promise' ||
    list?.type !== 'ArrayExpression'
  )
    return undefined;
  const element = list.elements[Number(index)];
  return element && element.type !== 'SpreadElement' && variableOf(file, callee.object) === undefined ? element : undefined;
}

/** Whether a state's setter is given what somebody types: `onChange={(event) => setToken(event.target.value)}`. */
function isTypedIn(file: SourceFile, state: TSESTree.CallExpression): boolean {
  const { parent } = state;
  const setter = parent.type === 'VariableDeclarator' && parent.id.type === 'ArrayPattern' ? parent.id.elements[1] : undefined;
  const variable = setter?.type === 'Identifier' ? variableOf(file, setter) : undefined;
  return (
    variable !== undefined &&
    readsOf(variable).some((use) => {
      const { parent: at } = use;
      // <Input onChange={setToken} />
      if (at?.type === 'JSXExpressionContainer')
        return (
          at.parent.type === 'JSXAttribute' && at.parent.name.type === 'JSXIdentifier' && /^on\w*(?:Change|Input)/.test(at.parent.name.name)
        );
      const given = at?.type === 'CallExpression' && at.callee === use ? at.arguments[0] : undefined;
      return given !== undefined && isTypedValue(given);
    })
  );
}

/** What somebody typed: the value of an event's target, of a form's field, of an element that the code looks up. */
function isTypedValue(node: Node): boolean {
  const inner = bare(node);
  if (inner.type !== 'MemberExpression' || memberName(inner) !== 'value') return false;
  for (let at = bare(inner.object); ; at = bare(at.object)) {
    if (at.type === 'CallExpression') return /^(?:getElementById|querySelector)$/.test(calleeName(at) ?? '');
    if (at.type !== 'MemberExpression') return false;
    if (/^(?:target|currentTarget|current)$/.test(memberName(at) ?? '')) return true;
  }
}

function byStep(file: SourceFile, node: Node, step: Step): Evidence {
  return step === undefined || /^\d+$/.test(step) ? undefined : byName(file, node, step);
}

function ofParameter(file: SourceFile, binding: Extract<Binding, { kind: 'parameter' }>, depth: number): Evidence {
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
  const { parent } = fn;
  // promise.then((x) => …): x is what the promise gives.
  if (
    index === 0 &&
    parent.type === 'CallExpression' &&
    parent.arguments[0] === fn &&
    parent.callee.type === 'MemberExpression' &&
    memberName(parent.callee) === 'then'
  ) {
    const given = path.length > 0 ? partOf(file, parent.callee.object, path, depth) : evidenceFor(file, parent.callee.object, depth);
    if (given !== undefined) return given;
  }
  const watched = watchedBy(fn, index);
  if (watched && path.length === 0) {
    const given = evidenceFor(file, watched, depth);
    if (isCredential(given)) return given;
  }
  if (path.length > 0) return byStep(file, binding.node, path.at(-1));
  const callers = callsTo(file, fn)
    .slice(0, 4)
    .map((call) => argumentAt(call, index));
  const given = strongest(callers.filter((one) => one !== undefined).map((one) => evidenceFor(file, one, depth - 2)));
  return isCredential(given) ? given : undefined;
}

/** What a callback is told about: the store of `token.subscribe((value) => …)`, the source of `watch(token, (value) => …)`. */
function watchedBy({ parent }: FunctionNode, index: number): Node | undefined {
  if (parent.type !== 'CallExpression') return undefined;
  const name = calleeName(parent);
  if (name === 'subscribe' && index === 0 && parent.callee.type === 'MemberExpression') return parent.callee.object;
  const [source] = parent.arguments;
  return name === 'watch' && index < 2 && source && source.type !== 'SpreadElement' && parent.arguments.length > 1 ? source : undefined;
}

function ofMember(file: SourceFile, node: TSESTree.MemberExpression, depth: number): Evidence {
  const name = memberName(node);
  if (name === undefined) return ofElement(file, node, depth);
  if (isEnvironment(file, node)) return NOT_A_CREDENTIAL;
  const value = resolveValue({ file, node });
  if (value.node !== node) {
    if (isFunction(value.node)) return NOT_A_CREDENTIAL;
    const evidence = evidenceFor(value.file, value.node, depth);
    if (evidence !== undefined) return named(file, node, name, evidence);
  }
  if (name === 'length' || name === 'size' || isTypedValue(node) || isTrait(file, node, name)) return NOT_A_CREDENTIAL;
  const own = byName(file, node, name);
  if (own !== undefined || !SAME_VALUE.has(name)) return own;
  // token.value, tokenRef.current; but user.data is not the user's token.
  const holder = evidenceFor(file, node.object, depth);
  return isCredential(holder) ? holder : undefined;
}

/** What is said about a token, of whatever trade: `token.symbol`, `token.type`, `jwt.exp`. */
const TRAITS =
  /^(?:type|kind|name|label|title|id|uuid|symbol|address|decimals|chainId|price|amount|balance|logo(?:URI)?|icon|image|color|index|line|column|start|end|exp|iat|expir\w*|issuedAt|createdAt|scopes?)$/;

function isTrait(file: SourceFile, { object }: TSESTree.MemberExpression, name: string): boolean {
  if (/^(?:symbol|decimals|chainId|logoURI)$/.test(name)) return true;
  if (!TRAITS.test(name)) return false;
  const of = object.type === 'Identifier' ? object.name : object.type === 'MemberExpression' ? memberName(object) : undefined;
  return of !== undefined && /^(?:credential|likely)$/.test(readName(of, file.settings.names).verdict);
}

/** `roles[0]` is what somebody may do, and opens nothing. */
const LISTS_OF_RIGHTS = /^\w*(?:roles|authorities|permissions|scopes)$/i;

/** `header.split(' ')[1]`: a part of a credential that is itself one; `token.split('.')[1]` is its payload. */
function ofElement(file: SourceFile, node: TSESTree.MemberExpression, depth: number): Evidence {
  const object = bare(node.object);
  if (object.type === 'CallExpression' && object.callee.type === 'MemberExpression' && memberName(object.callee) === 'split') {
    const [separator] = object.arguments;
    return separator?.type === 'Literal' && separator.value === '.' ? NOT_A_CREDENTIAL : evidenceFor(file, object.callee.object, depth);
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
function named(file: SourceFile, node: Node, name: string, evidence: Evidence): Evidence {
  if (evidence === NOT_A_CREDENTIAL) return NOT_A_CREDENTIAL;
  const own = byName(file, node, name);
  if (evidence === undefined) return own;
  // Called a CSRF token, though it came from something called a token: the nearer name is right.
  if (own === NOT_A_CREDENTIAL && evidence.strength !== 'flow') return NOT_A_CREDENTIAL;
  if (isCredential(own) && own.strength === 'name' && evidence.strength === 'likely') return own;
  return { ...evidence, node, file, name, kind: isCredential(own) && own.kind !== 'token' ? own.kind : evidence.kind };
}

/** "an access token", "a refresh token". */
export function article(noun: string): string {
  return `${/^[aeiouI]/.test(noun) ? 'an' : 'a'} ${noun}`;
}
