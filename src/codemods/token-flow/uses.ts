import type { Changes } from '../../edits/changes.ts';
import { variableOf } from '../../syntax/bindings.ts';
import { calleeName } from '../../syntax/functions.ts';
import { destinationsOf, functionsCalled } from '../../flow/back.ts';
import { locationOf } from '../../flow/location.ts';
import { variableNamed } from '../../flow/shared-names.ts';
import { thisHost } from '../../flow/this-host.ts';
import type { Node, TSESTree } from '../../syntax/nodes.ts';
import { bare, dressed, enclosingFunction, isFunction, memberName, propertyName } from '../../syntax/nodes.ts';
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
  const around: UseContext = { holders, index, of: (one) => useOf(file, one, holders, index, changesOf) };
  const up = (): Use => around.of(parent);
  const other = (why: string): Use => ({ kind: 'other', file, node: at, why });
  const logged = loggedAt(file, at);
  if (logged) return { kind: 'logged', file, node: logged.part, logged };
  const truth = (question: Node, isNegated = false): Use => ({ kind: 'truth', file, node: question, isNegated });
  switch (parent.type) {
    case 'UnaryExpression':
      // What an earlier run left of it: if (!token) endSession()
      if (parent.parent.type === 'IfStatement' && tellsApart(file, at, parent.parent, holders, index)) return other(TELLS_APART);
      if (parent.operator === 'typeof') return typeAsked(parent, truth) ?? other('its type is asked');
      return parent.operator === '!' ? truth(at) : parent.operator === 'void' ? { kind: 'gone' } : other('it is used');
    case 'IfStatement':
      if (tellsApart(file, at, parent, holders, index)) return other(TELLS_APART);
      return truth(at);
    case 'WhileStatement':
    case 'DoWhileStatement':
      return truth(at);
    case 'ConditionalExpression':
      return parent.test === at ? truth(at) : up();
    case 'LogicalExpression':
      if (parent.operator === '&&' && parent.left === at) return truth(at);
      return withinQuestion(up(), parent, () => truth(at));
    case 'BinaryExpression': {
      const against = bare(parent.left === at ? parent.right : parent.left);
      const isNothing =
        (against.type === 'Literal' &&
          (against.value === null || against.value === '' || against.value === 'null' || against.value === 'undefined')) ||
        (against.type === 'Identifier' && against.name === 'undefined');
      if (isNothing && /^[!=]==?$/.test(parent.operator)) return truth(parent, parent.operator.startsWith('='));
      if (parent.operator !== '+') return other('it is compared');
      return parent.left.type === 'Literal' && SCHEME.test(String(parent.left.value)) ? up() : other('it becomes part of a text');
    }
    case 'TemplateLiteral':
      return SCHEME.test(parent.quasis[0]?.value.raw ?? '') ? up() : other('it becomes part of a text');
    case 'VariableDeclarator':
      return parent.init === at && parent.id.type === 'Identifier'
        ? handedOn(file, at, holders, other('it is kept'))
        : other('it is taken apart');
    case 'AssignmentExpression':
      return flowToTarget(file, parent, holders, other);
    case 'ReturnStatement':
    case 'ArrowFunctionExpression': {
      const fn = parent.type === 'ArrowFunctionExpression' ? parent : enclosingFunction(parent);
      return fn ? flowOutOf(file, at, fn, around, other) : other('it is returned');
    }
    case 'PropertyDefinition': {
      const name = propertyName(parent);
      return name === undefined ? other('it is kept') : { kind: 'flow', holder: holders.field(file, parent.parent.parent, name) };
    }
    case 'Property':
      // `const { token } = …`: the name that it gets.
      if (parent.parent.type === 'ObjectPattern') {
        const variable = parent.value.type === 'Identifier' ? variableOf(file, parent.value) : undefined;
        return variable ? { kind: 'flow', holder: holders.variable(file, variable) } : other('it is taken apart');
      }
      return intoObject(file, at, parent, holders, other(`it is handed on as \`${propertyName(parent) ?? ''}\``));
    case 'JSXExpressionContainer':
      if (parent.parent.type !== 'JSXAttribute') return other('it is shown');
      return handedOn(file, at, holders, other(`it is handed to a component as \`${textOf(file, parent.parent.name)}\``));
    case 'CallExpression':
    case 'NewExpression':
      return handedTo(file, at, parent, around, other);
    case 'ArrayExpression':
      return isDependencyList(parent) ? { kind: 'dependency', file, node: at } : other('it is put into a list');
    // What a saga gets for an effect is what the effect gives.
    case 'YieldExpression':
      return up();
    case 'ExpressionStatement': {
      const inTemplate = templateUse(file, at);
      if (inTemplate === 'asked') return truth(at);
      return inTemplate === 'shown' ? other('a template uses it') : { kind: 'gone' };
    }
    case 'MemberExpression':
      // token.trim() is the same token; whether it has a length, whether there is one.
      if (isSameText(parent)) return around.of(parent.parent);
      if (memberName(parent) === 'length') return truth(lengthQuestion(parent));
      if (isSplit(parent)) return decoded(file, at, decodedByHand(file, parent.parent), around, other);
      return other(`\`.${memberName(parent) ?? ''}\` is taken of it`);
    default:
      return other('it is used');
  }
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
function typeAsked(asked: TSESTree.UnaryExpression, truth: (question: Node, isNegated?: boolean) => Use): Use | undefined {
  const { parent } = dressed(asked);
  if (parent?.type !== 'BinaryExpression' || !/^[!=]==?$/.test(parent.operator)) return undefined;
  const against = bare(parent.left) === asked ? bare(parent.right) : bare(parent.left);
  const type = against.type === 'Literal' ? against.value : undefined;
  if (type !== 'string' && type !== 'undefined') return undefined;
  return truth(parent, parent.operator.startsWith('=') === (type === 'undefined'));
}

type Other = (why: string) => Use;

/** What the walker says the value goes on to; where it says nothing, a person has to see to it. */
function handedOn(file: SourceFile, node: Node, holders: Holders, other: Use): Use {
  const holder = holders.holderAhead(locationOf(file, node));
  return holder ? { kind: 'flow', holder } : other;
}

/** A property of an object goes where the object is handed to; else wherever it is taken out of it, where that is known. */
function intoObject(file: SourceFile, node: Node, property: TSESTree.Property, holders: Holders, other: Use): Use {
  const ahead = holders.holderAhead(locationOf(file, node));
  // What is handed down out of a state, `{ ...state, login }`, is taken of the object where it began.
  const isGivenThere =
    ahead !== undefined && (ahead.kind !== 'member' || holders.definitionsOf(ahead).some(({ site }) => site === property));
  const holder = isGivenThere ? ahead : (holders.partAt(file, property) ?? ahead);
  return holder ? { kind: 'flow', holder } : other;
}

function flowToTarget(file: SourceFile, { left }: TSESTree.AssignmentExpression, holders: Holders, other: Other): Use {
  if (left.type === 'Identifier') {
    const named = variableNamed(file, left);
    return named ? { kind: 'flow', holder: holders.variable(named.file, named.variable) } : other('it is kept');
  }
  if (left.type !== 'MemberExpression') return other('it is kept');
  const name = memberName(left);
  const host = left.object.type === 'ThisExpression' ? thisHost(left.object) : undefined;
  return host && name !== undefined ? { kind: 'flow', holder: holders.field(file, host, name) } : other('it is kept in an object');
}

/** What a function returns goes to its callers; a callback's result goes to whatever runs it. */
function flowOutOf(file: SourceFile, returned: Node, fn: Node, around: UseContext, other: Other): Use {
  if (!isFunction(fn)) return other('it is returned');
  const { parent } = fn;
  const { holders } = around;
  if (parent.type === 'CallExpression' && parent.arguments[0] === fn) {
    // useState(() => localStorage.getItem('token'))
    const holder = holders.holderAhead(locationOf(file, returned));
    if (holder) return { kind: 'flow', holder };
    // useMemo(() => token, [token])
    if (destinationsOf(locationOf(file, returned)).includes(locationOf(file, parent))) return around.of(parent);
  }
  if (
    parent.type === 'MethodDefinition' ||
    parent.type === 'Property' ||
    parent.type === 'VariableDeclarator' ||
    fn.id ||
    parent.type === 'ExportDefaultDeclaration' ||
    parent.type === 'AssignmentExpression'
  )
    return { kind: 'flow', holder: holders.returned({ file, node: fn }) };
  return other('it is returned');
}

/** What asks on, of an expression that is a token too. */
interface UseContext {
  readonly holders: Holders;
  readonly index: CallIndex;
  readonly of: (node: Node) => Use;
}

function handedTo(
  file: SourceFile,
  at: Node,
  call: TSESTree.CallExpression | TSESTree.NewExpression,
  around: UseContext,
  other: Other,
): Use {
  const { holders, index, of } = around;
  if (call.callee === at) return other('it is called');
  const name = calleeName(call) ?? '';
  const position = call.arguments.indexOf(at as TSESTree.CallExpressionArgument);
  const expectation = name === 'expect' ? expectationAt(file, at) : undefined;
  if (expectation) return { kind: 'expectation', file, node: expectation.whole, expectation };
  if (name === 'Boolean' || name === 'Number') return { kind: 'truth', file, node: call, isNegated: false };
  const [called = index.injectedAt(call)] = functionsCalled(file, call);
  if (call.type === 'CallExpression' && position === 0) {
    const decoding =
      decodedByLibrary(file, at, call) ?? (DECODERS.test(name) && !called ? { whole: call, between: [], questions: [] } : undefined);
    if (decoding) return decoded(file, at, decoding, around, other);
    if (/^(?:parse|String|stringify)$/.test(name)) return of(call);
  }
  if (called && isExpiryCheck(called)) return { kind: 'truth', file, node: call, isNegated: /expired|invalid/i.test(name) };
  const parameter = index.injectedAt(call)?.node.params[position];
  const given = called && parameter?.type === 'Identifier' ? variableOf(called.file, parameter) : undefined;
  if (called && given) return { kind: 'flow', holder: holders.variable(called.file, given) };
  const state = position === 0 && !called ? stateSetBy(file, call, holders) : undefined;
  if (state) return { kind: 'flow', holder: state };
  return handedOn(file, at, holders, other(`it is handed to \`${name}\``));
}

/** It is taken apart for its claims, if it is the session's and no other's. */
function decoded(file: SourceFile, token: Node, by: Decoding | undefined, { holders, index }: UseContext, other: Other): Use {
  if (!by) return other('it is taken apart');
  if (!isOfSession(file, token, holders, index)) return other('other tokens are decoded here too');
  return { kind: 'decode', file, node: by.whole, token, by };
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
