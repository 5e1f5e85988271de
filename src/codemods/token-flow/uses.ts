import type { Changes } from '../../edits/changes.ts';
import { variableOf } from '../../syntax/bindings.ts';
import { calleeName } from '../../syntax/functions.ts';
import { destinationsOf, functionsCalled } from '../../flow/back.ts';
import { locationOf } from '../../flow/location.ts';
import { variableNamed } from '../../flow/shared-names.ts';
import { thisHost } from '../../flow/this-host.ts';
import type { CallNode, FunctionNode, Node, NodeOf, NodeType, TSESTree } from '../../syntax/nodes.ts';
import { bare, dressed, enclosingFunction, isNothing, memberName, propertyName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { textOf } from '../../syntax/source-file.ts';
import type { CallIndex, Located } from './calls.ts';
import type { Expectation } from './expectations.ts';
import type { Decoding } from './decoding.ts';
import { decodedByHand, decodedByLibrary, isOfSession, isSplit } from './decoding.ts';
import { tellsApart, TELLS_APART } from './beginnings-and-ends.ts';
import { expectationAt } from './expectations.ts';
import { stateSetBy } from './state-setters.ts';
import type { Logged } from './logged.ts';
import { loggedAt } from './logged.ts';
import type { Holder } from './holder.ts';
import type { Holders } from './holders.ts';
import { templateUse } from './template-uses.ts';

/** What becomes of a token at a place where it is read. */
export type Use =
  /** It is in something that goes. */
  | { readonly kind: 'gone' }
  /** It is only tested whether there is one. The node is the whole test, as far as it is about the token. */
  | { readonly kind: 'truth'; readonly file: SourceFile; readonly node: Node; readonly isNegated: boolean }
  /** It is taken apart for its claims. The node is the call that does so. */
  | {
      readonly kind: 'decode';
      readonly file: SourceFile;
      readonly node: TSESTree.CallExpression;
      readonly token: Node;
      readonly by: Decoding;
    }
  /** It is named in the list of what a hook depends on. */
  | { readonly kind: 'dependency'; readonly file: SourceFile; readonly node: Node }
  /** A test expects it to be one, or none. */
  | { readonly kind: 'expectation'; readonly file: SourceFile; readonly node: Node; readonly expectation: Expectation }
  /** It is written to a log. The node is what of the log is its. */
  | { readonly kind: 'logged'; readonly file: SourceFile; readonly node: Node; readonly logged: Logged }
  /** It is handed on to another holder. */
  | { readonly kind: 'flow'; readonly holder: Holder }
  /** Anything else: a person has to see to it. */
  | { readonly kind: 'other'; readonly file: SourceFile; readonly node: Node; readonly why: string };

const DECODERS = /^(?:jwtDecode|jwt_decode|decodeJwt|decodeToken|parseJwt|decode|getTokenPayload|parseToken)$/;

/** What a header's value begins with: a text of which the token is the rest. */
const SCHEME = /^\s*(?:Bearer|Token|JWT)\s+$/i;

/** What becomes of a token at an expression that gives it. */
export function useOf(file: SourceFile, node: Node, holders: Holders, index: CallIndex, changesOf: (file: SourceFile) => Changes): Use {
  const at = dressed(node);
  const { parent } = at;
  const gone = changesOf(file);
  if (!parent || gone.isGone(at) || holders.isClaimed(at)) return { kind: 'gone' };
  const logged = loggedAt(file, at);
  if (logged) return { kind: 'logged', file, node: logged.part, logged };
  const around: UseContext = { file, at, holders, index, of: (one) => useOf(file, one, holders, index, changesOf) };
  const readingOf = READINGS[parent.type] as ((parent: Node, around: UseContext) => Use) | undefined;
  return readingOf?.(parent, around) ?? other(around, 'it is used');
}

/** The expression that is the token, what is known of the app around it, and what asks on of an expression that is a token too. */
interface UseContext {
  readonly file: SourceFile;
  readonly at: Node;
  readonly holders: Holders;
  readonly index: CallIndex;
  readonly of: (node: Node) => Use;
}

type Readings = { readonly [Type in NodeType]?: (parent: NodeOf<Type>, around: UseContext) => Use };

const asTest = (_: Node, around: UseContext): Use => truth(around, around.at);
const asReturned = (parent: NodeOf<'ReturnStatement' | 'ArrowFunctionExpression'>, around: UseContext): Use => {
  const fn = parent.type === 'ArrowFunctionExpression' ? parent : enclosingFunction(parent);
  return fn ? flowOutOf(fn, around) : other(around, 'it is returned');
};

/** What a token is used for, by what the expression stands in. */
const READINGS: Readings = {
  UnaryExpression: negated,
  // What an earlier run left of it: if (!token) endSession()
  IfStatement: (parent, around) =>
    tellsApart(around.file, around.at, parent, around.holders, around.index) ? other(around, TELLS_APART) : truth(around, around.at),
  WhileStatement: asTest,
  DoWhileStatement: asTest,
  ConditionalExpression: (parent, around) => (parent.test === around.at ? truth(around, around.at) : around.of(parent)),
  LogicalExpression: (parent, around) =>
    parent.operator === '&&' && parent.left === around.at
      ? truth(around, around.at)
      : withinQuestion(around.of(parent), parent, () => truth(around, around.at)),
  BinaryExpression: compared,
  TemplateLiteral: (parent, around) =>
    SCHEME.test(parent.quasis[0]?.value.raw ?? '') ? around.of(parent) : other(around, 'it becomes part of a text'),
  VariableDeclarator: (parent, around) =>
    parent.init === around.at && parent.id.type === 'Identifier' ? handedOn(around, 'it is kept') : other(around, 'it is taken apart'),
  AssignmentExpression: flowToTarget,
  ReturnStatement: asReturned,
  ArrowFunctionExpression: asReturned,
  PropertyDefinition: (parent, around) => {
    const name = propertyName(parent);
    return name === undefined
      ? other(around, 'it is kept')
      : { kind: 'flow', holder: around.holders.field(around.file, parent.parent.parent, name) };
  },
  Property: (parent, around) => (parent.parent.type === 'ObjectPattern' ? named(parent, around) : intoObject(parent, around)),
  JSXExpressionContainer: ({ parent }, around) =>
    parent.type === 'JSXAttribute'
      ? handedOn(around, `it is handed to a component as \`${textOf(around.file, parent.name)}\``)
      : other(around, 'it is shown'),
  CallExpression: handedTo,
  NewExpression: handedTo,
  ArrayExpression: (parent, around) =>
    isDependencyList(parent) ? { kind: 'dependency', file: around.file, node: around.at } : other(around, 'it is put into a list'),
  // What a saga gets for an effect is what the effect gives.
  YieldExpression: (parent, around) => around.of(parent),
  ExpressionStatement: (_, around) => {
    const inTemplate = templateUse(around.file, around.at);
    if (inTemplate === 'asked') return truth(around, around.at);
    return inTemplate === 'shown' ? other(around, 'a template uses it') : { kind: 'gone' };
  },
  MemberExpression: takenOfIt,
};

function truth({ file }: UseContext, question: Node, isNegated = false): Use {
  return { kind: 'truth', file, node: question, isNegated };
}

function other({ file, at }: UseContext, why: string): Use {
  return { kind: 'other', file, node: at, why };
}

/** `!token`, `typeof token`, `void token`. */
function negated(parent: TSESTree.UnaryExpression, around: UseContext): Use {
  const { file, at, holders, index } = around;
  if (parent.parent.type === 'IfStatement' && tellsApart(file, at, parent.parent, holders, index)) return other(around, TELLS_APART);
  if (parent.operator === 'typeof') return typeAsked(parent, around) ?? other(around, 'its type is asked');
  if (parent.operator === '!') return truth(around, at);
  return parent.operator === 'void' ? { kind: 'gone' } : other(around, 'it is used');
}

/** `token !== null`, `'Bearer ' + token`. */
function compared(parent: TSESTree.BinaryExpression, around: UseContext): Use {
  const against = bare(parent.left === around.at ? parent.right : parent.left);
  if (isNoToken(against) && /^[!=]==?$/.test(parent.operator)) {
    const { parent: asked } = dressed(parent);
    if (asked?.type === 'IfStatement' && tellsApart(around.file, around.at, asked, around.holders, around.index))
      return other(around, TELLS_APART);
    return truth(around, parent, parent.operator.startsWith('='));
  }
  if (parent.operator !== '+') return other(around, 'it is compared');
  const isScheme = parent.left.type === 'Literal' && SCHEME.test(String(parent.left.value));
  return isScheme ? around.of(parent) : other(around, 'it becomes part of a text');
}

/** What stands where there is no token: storage keeps `null` and `undefined` as texts. */
function isNoToken(node: Node): boolean {
  return isNothing(node) || (node.type === 'Literal' && (node.value === 'null' || node.value === 'undefined'));
}

/** `const { token } = …`: the name that it gets. */
function named(property: TSESTree.Property, around: UseContext): Use {
  const variable = property.value.type === 'Identifier' ? variableOf(around.file, property.value) : undefined;
  return variable ? { kind: 'flow', holder: around.holders.variable(around.file, variable) } : other(around, 'it is taken apart');
}

/** token.trim() is the same token; whether it has a length, whether there is one. */
function takenOfIt(parent: TSESTree.MemberExpression, around: UseContext): Use {
  if (isSameText(parent)) return around.of(parent.parent);
  if (memberName(parent) === 'length') return truth(around, lengthQuestion(parent));
  if (isSplit(parent)) return decoded(decodedByHand(around.file, parent.parent), around);
  return other(around, `\`.${memberName(parent) ?? ''}\` is taken of it`);
}

/** Methods that return the text itself, but for what does not belong to it: blanks, quotes, its scheme. */
const SAME_TEXT = /^(?:trim|trimStart|trimEnd|toString|valueOf|replace|replaceAll)$/;

function isSameText(member: TSESTree.MemberExpression): boolean {
  return member.parent.type === 'CallExpression' && member.parent.callee === member && SAME_TEXT.test(memberName(member) ?? '');
}

/** `token.length`, and the comparison with nothing that it stands in: `token.length > 0`, `token.length !== 0`. */
function lengthQuestion(length: TSESTree.MemberExpression): Node {
  const at = dressed(length);
  const { parent } = at;
  const isAgainstNothing =
    parent?.type === 'BinaryExpression' && parent.left === at && /^(?:>|!==?)$/.test(parent.operator) && isZero(parent.right);
  return isAgainstNothing ? parent : length;
}

function isZero(node: Node): boolean {
  return node.type === 'Literal' && node.value === 0;
}

/** `if (name && token)`, `if (guest || token)`: where both are asked about together the other half of the question stays. */
function withinQuestion(use: Use, question: Node, own: () => Use): Use {
  return use.kind === 'truth' && bare(use.node) === question ? own() : use;
}

/** `typeof token === 'string'` asks whether there is one. */
function typeAsked(asked: TSESTree.UnaryExpression, around: UseContext): Use | undefined {
  const { parent } = dressed(asked);
  if (parent?.type !== 'BinaryExpression' || !/^[!=]==?$/.test(parent.operator)) return undefined;
  const against = bare(parent.left) === asked ? bare(parent.right) : bare(parent.left);
  const type = against.type === 'Literal' ? against.value : undefined;
  if (type !== 'string' && type !== 'undefined') return undefined;
  return truth(around, parent, parent.operator.startsWith('=') === (type === 'undefined'));
}

/** What the walker says the value goes on to; where it says nothing, a person has to see to it. */
function handedOn(around: UseContext, why: string): Use {
  const holder = around.holders.holderAhead(locationOf(around.file, around.at));
  return holder ? { kind: 'flow', holder } : other(around, why);
}

/** A property of an object goes where the object is handed to; else wherever it is taken out of it, where that is known. */
function intoObject(property: TSESTree.Property, around: UseContext): Use {
  const { file, at, holders } = around;
  if (holders.isClaimed(property)) return { kind: 'gone' };
  const ahead = holders.holderAhead(locationOf(file, at));
  // What is handed down out of a state, `{ ...state, login }`, is taken of the object where it began.
  const isGivenThere =
    ahead !== undefined && (ahead.kind !== 'member' || holders.definitionsOf(ahead).some(({ site }) => site === property));
  const holder = isGivenThere ? ahead : (holders.partAt(file, property) ?? ahead);
  return holder ? { kind: 'flow', holder } : other(around, `it is handed on as \`${propertyName(property) ?? ''}\``);
}

function flowToTarget({ left }: TSESTree.AssignmentExpression, around: UseContext): Use {
  const { file, holders } = around;
  if (left.type === 'Identifier') {
    const variable = variableNamed(file, left);
    return variable ? { kind: 'flow', holder: holders.variable(variable.file, variable.variable) } : other(around, 'it is kept');
  }
  if (left.type !== 'MemberExpression') return other(around, 'it is kept');
  const name = memberName(left);
  const host = left.object.type === 'ThisExpression' ? thisHost(left.object) : undefined;
  return host && name !== undefined ? { kind: 'flow', holder: holders.field(file, host, name) } : other(around, 'it is kept in an object');
}

/** What a function returns goes to its callers; a callback's result goes to whatever runs it. */
function flowOutOf(fn: FunctionNode, around: UseContext): Use {
  const { file, at, holders } = around;
  const { parent } = fn;
  if (parent.type === 'CallExpression' && parent.arguments[0] === fn) {
    // useState(() => localStorage.getItem('token'))
    const holder = holders.holderAhead(locationOf(file, at));
    if (holder) return { kind: 'flow', holder };
    // useMemo(() => token, [token])
    if (destinationsOf(locationOf(file, at)).includes(locationOf(file, parent))) return around.of(parent);
  }
  return fn.id || HAS_CALLERS.has(parent.type)
    ? { kind: 'flow', holder: holders.returned({ file, node: fn }) }
    : other(around, 'it is returned');
}

/** What a function stands in that is called by a name. */
const HAS_CALLERS: ReadonlySet<string> = new Set([
  'MethodDefinition',
  'Property',
  'VariableDeclarator',
  'ExportDefaultDeclaration',
  'AssignmentExpression',
]);

/** What a function, a constructor or a library does with a token that it is given. */
function handedTo(call: CallNode, around: UseContext): Use {
  const { file, at, index } = around;
  if (call.callee === at) return other(around, 'it is called');
  const name = calleeName(call) ?? '';
  const expectation = name === 'expect' ? expectationAt(file, at) : undefined;
  if (expectation) return { kind: 'expectation', file, node: expectation.whole, expectation };
  if (name === 'Boolean' || name === 'Number') return truth(around, call);
  const [called = index.injectedAt(call)] = functionsCalled(file, call);
  const known = call.arguments[0] === at && call.type === 'CallExpression' ? handedFirst(call, called, around) : undefined;
  if (known) return known;
  if (called && isExpiryCheck(called)) return truth(around, call, /expired|invalid/i.test(name));
  const holder = holderGiven(call, called, around);
  return holder ? { kind: 'flow', holder } : handedOn(around, `it is handed to \`${name}\``);
}

/** The parameter of an injected function that it is given to, or the state that a setter sets. */
function holderGiven(call: CallNode, called: Located | undefined, { file, at, holders, index }: UseContext): Holder | undefined {
  const position = call.arguments.indexOf(at as TSESTree.CallExpressionArgument);
  const parameter = index.injectedAt(call)?.node.params[position];
  const given = called && parameter?.type === 'Identifier' ? variableOf(called.file, parameter) : undefined;
  if (called && given) return holders.variable(called.file, given);
  return position === 0 && !called ? stateSetBy(file, call, holders) : undefined;
}

/** `jwtDecode(token)` takes it apart, `JSON.stringify(token)` is it. */
function handedFirst(call: TSESTree.CallExpression, called: Located | undefined, around: UseContext): Use | undefined {
  const name = calleeName(call) ?? '';
  const byName = DECODERS.test(name) && !called ? { whole: call, between: [], questions: [] } : undefined;
  const decoding = decodedByLibrary(around.file, around.at, call) ?? byName;
  if (decoding) return decoded(decoding, around);
  return /^(?:parse|String|stringify)$/.test(name) ? around.of(call) : undefined;
}

/** It is taken apart for its claims, if it is the session's and no other's. */
function decoded(by: Decoding | undefined, around: UseContext): Use {
  const { file, at, holders, index } = around;
  if (!by) return other(around, 'it is taken apart');
  if (!isOfSession(file, at, holders, index)) return other(around, 'other tokens are decoded here too');
  return { kind: 'decode', file, node: by.whole, token: at, by };
}

/** A function that decodes its token and compares its end with now: `hasSession()` says the same. */
function isExpiryCheck({ file, node }: Located): boolean {
  const text = file.text.slice(...node.range);
  return /\bexp\b/.test(text) && /Date\.now\(\)|new Date\(/.test(text) && /decode|atob|split\(/i.test(text) && text.length < 600;
}

function isDependencyList(array: TSESTree.ArrayExpression): boolean {
  const call = array.parent;
  return call.type === 'CallExpression' && call.arguments.indexOf(array) >= 1 && /^use[A-Z]|^watch$/.test(calleeName(call) ?? '');
}
