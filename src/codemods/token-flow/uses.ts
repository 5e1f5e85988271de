import type { Changes } from '../../edits/changes.ts';
import { bindingOf, variableOf } from '../../syntax/bindings.ts';
import { argumentAt, calleeName } from '../../syntax/functions.ts';
import { thisHost } from '../../flow/this-host.ts';
import type { Node, TSESTree } from '../../syntax/nodes.ts';
import { bare, dressed, enclosingFunction, isFunction, memberName, propertyName } from '../../syntax/nodes.ts';
import { originOf } from '../../flow/origin.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf, textOf } from '../../syntax/source-file.ts';
import type { CallIndex, Located } from './calls.ts';
import { functionOf } from './calls.ts';
import { contextNamed } from './contexts.ts';
import { entryOfParameter } from './entries.ts';
import type { Expectation } from './expectations.ts';
import { expectationAt } from './expectations.ts';
import type { Slot, Slots } from './slots.ts';
import { stateHook } from './slots.ts';

/** What becomes of a token at a place where it is read. */
export type Use =
  /** It is in something that goes. */
  | { readonly kind: 'gone' }
  /** It is only asked whether there is one. The node is the whole question, as far as it is about the token. */
  | { readonly kind: 'truth'; readonly file: SourceFile; readonly node: Node; readonly isNegated: boolean }
  /** It is taken apart for its claims. The node is the call that does so. */
  | { readonly kind: 'decode'; readonly file: SourceFile; readonly node: TSESTree.CallExpression }
  /** It is named in the list of what a hook depends on. */
  | { readonly kind: 'dependency'; readonly file: SourceFile; readonly node: Node }
  /** A test expects it to be one, or none. */
  | { readonly kind: 'expectation'; readonly file: SourceFile; readonly node: Node; readonly expectation: Expectation }
  /** It is handed on to another holder. */
  | { readonly kind: 'flow'; readonly slot: Slot }
  /** Anything else: a person has to see to it. */
  | { readonly kind: 'other'; readonly file: SourceFile; readonly node: Node; readonly why: string };

const DECODERS = /^(?:jwtDecode|jwt_decode|decodeJwt|decodeToken|parseJwt|decode|getTokenPayload|parseToken)$/;

/** What a header's value begins with: a text of which the token is the rest. */
const SCHEME = /^\s*(?:Bearer|Token|JWT)\s+$/i;

/** What becomes of a token at an expression that gives it. */
export function useOf(file: SourceFile, node: Node, slots: Slots, index: CallIndex, changesOf: (file: SourceFile) => Changes): Use {
  const at = dressed(node);
  const { parent } = at;
  const gone = changesOf(file);
  if (!parent || gone.isGone(at)) return { kind: 'gone' };
  const up = (): Use => useOf(file, parent, slots, index, changesOf);
  const other = (why: string): Use => ({ kind: 'other', file, node: at, why });
  const truth = (question: Node, isNegated = false): Use => ({ kind: 'truth', file, node: question, isNegated });
  switch (parent.type) {
    case 'UnaryExpression':
      // What an earlier run left of it: if (!token) endSession()
      if (parent.parent.type === 'IfStatement' && tellsApart(file, at, parent.parent, slots, index)) return other(TELLS_APART);
      return parent.operator === '!' ? truth(at) : parent.operator === 'void' ? { kind: 'gone' } : other('its type is asked');
    case 'IfStatement':
      if (tellsApart(file, at, parent, slots, index)) return other(TELLS_APART);
      return truth(at);
    case 'WhileStatement':
    case 'DoWhileStatement':
      return truth(at);
    case 'ConditionalExpression':
      return parent.test === at ? truth(at) : up();
    case 'LogicalExpression':
      if (parent.operator === '&&' && parent.left === at) return truth(at);
      return up();
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
        ? flowToVariable(file, parent.id, slots, other)
        : other('it is taken apart');
    case 'AssignmentExpression':
      return flowToTarget(file, parent, slots, other);
    case 'ReturnStatement':
    case 'ArrowFunctionExpression': {
      const fn = parent.type === 'ArrowFunctionExpression' ? parent : enclosingFunction(parent);
      return fn ? flowOutOf(file, fn, slots, index, changesOf, other) : other('it is returned');
    }
    case 'PropertyDefinition': {
      const name = propertyName(parent);
      return name === undefined ? other('it is kept') : { kind: 'flow', slot: slots.field(file, parent.parent.parent, name) };
    }
    case 'Property':
      // `const { token } = …`: the name that it gets.
      if (parent.parent.type === 'ObjectPattern')
        return parent.value.type === 'Identifier' ? flowToVariable(file, parent.value, slots, other) : other('it is taken apart');
      return flowToProperty(file, parent, slots, other);
    case 'JSXExpressionContainer':
      return parent.parent.type === 'JSXAttribute' ? flowToAttribute(parent.parent, slots, index, other) : other('it is shown');
    case 'CallExpression':
    case 'NewExpression':
      return handedTo(file, at, parent, slots, index, changesOf, other);
    case 'ArrayExpression':
      return isDependencyList(parent) ? { kind: 'dependency', file, node: at } : other('it is put into a list');
    case 'ExpressionStatement':
      return { kind: 'gone' };
    case 'MemberExpression':
      return other(`\`.${memberName(parent) ?? ''}\` is taken of it`);
    default:
      return other('it is used');
  }
}

const TELLS_APART = 'it tells signing in from signing out: call endSession() where people sign out';

/**
 * `setAuthToken(token)` signs in with one and out without: whether a caller gives one is another question than whether there
 * is a session. Callers that are known say so by a flag; others have to be looked at.
 */
function tellsApart(file: SourceFile, node: Node, statement: TSESTree.IfStatement, slots: Slots, index: CallIndex): boolean {
  const variable = node.type === 'Identifier' ? variableOf(file, node) : undefined;
  const binding = variable && bindingOf(variable);
  if (
    binding?.kind !== 'parameter' ||
    binding.path.length > 0 ||
    !(statement.alternate || /\b(?:end|forget)Session\(/.test(textOf(file, statement.consequent)))
  )
    return false;
  const calls = index.callsTo(binding.fn);
  return (
    calls.length === 0 ||
    calls.some(({ file: home, node: call }) => {
      const given = argumentAt(call, binding.index);
      return given !== undefined && isUncertain(home, given, slots);
    })
  );
}

/** Whether it is not known where a value comes from: out of a store, say, from which it may be gone by now. */
function isUncertain(file: SourceFile, node: Node, slots: Slots, steps = 4): boolean {
  return slots.sourcesOf(file, node).some((source) => {
    if (source.kind === 'unknown') return true;
    if (source.kind !== 'slot' || source.slot.kind !== 'variable' || steps <= 0) return false;
    return slots
      .definitionsOf(source.slot)
      .some((definition) => definition.form === 'init' && isUncertain(definition.file, definition.value, slots, steps - 1));
  });
}

type Other = (why: string) => Use;

function flowToVariable(file: SourceFile, id: TSESTree.Identifier, slots: Slots, other: Other): Use {
  const variable = variableOf(file, id);
  return variable ? { kind: 'flow', slot: slots.variable(file, variable) } : other('it is kept');
}

function flowToTarget(file: SourceFile, { left }: TSESTree.AssignmentExpression, slots: Slots, other: Other): Use {
  if (left.type === 'Identifier') return flowToVariable(file, left, slots, other);
  if (left.type !== 'MemberExpression') return other('it is kept');
  const name = memberName(left);
  const host = left.object.type === 'ThisExpression' ? thisHost(left.object) : undefined;
  return host && name !== undefined ? { kind: 'flow', slot: slots.field(file, host, name) } : other('it is kept in an object');
}

/** What a function gives back goes to its callers; a callback's result goes to whatever runs it. */
function flowOutOf(
  file: SourceFile,
  fn: Node,
  slots: Slots,
  index: CallIndex,
  changesOf: (file: SourceFile) => Changes,
  other: Other,
): Use {
  if (!isFunction(fn)) return other('it is returned');
  const { parent } = fn;
  if (parent.type === 'CallExpression' && parent.arguments[0] === fn) {
    const name = calleeName(parent) ?? '';
    // useState(() => localStorage.getItem('token')), useMemo(() => token, [token])
    if (name === 'useState') return flowToState(file, parent, slots, other);
    if (/^(?:useMemo|computed)$/.test(name)) return useOf(file, parent, slots, index, changesOf);
  }
  if (
    parent.type === 'MethodDefinition' ||
    parent.type === 'Property' ||
    parent.type === 'VariableDeclarator' ||
    fn.id ||
    parent.type === 'ExportDefaultDeclaration' ||
    parent.type === 'AssignmentExpression'
  )
    return { kind: 'flow', slot: slots.returned({ file, node: fn }) };
  return other('it is returned');
}

function flowToState(file: SourceFile, call: TSESTree.CallExpression, slots: Slots, other: Other): Use {
  const { parent } = call;
  const state = parent.type === 'VariableDeclarator' && parent.id.type === 'ArrayPattern' ? parent.id.elements[0] : undefined;
  return state?.type === 'Identifier' ? flowToVariable(file, state, slots, other) : other('it is kept as state');
}

function flowToProperty(file: SourceFile, property: TSESTree.Property, slots: Slots, other: Other): Use {
  const name = propertyName(property);
  const object = property.parent;
  if (name === undefined || object.type !== 'ObjectExpression') return other('it is put into an object');
  const context = contextOfValue(file, object);
  if (context) return { kind: 'flow', slot: slots.member(context, name) };
  const call = object.parent;
  if (call.type === 'CallExpression') {
    const called = functionOf(file, call);
    const parameter = called?.node.params[call.arguments.indexOf(object)];
    const pattern = parameter?.type === 'AssignmentPattern' ? parameter.left : parameter;
    if (called && pattern?.type === 'ObjectPattern') {
      const bound = pattern.properties.find((one) => one.type === 'Property' && propertyName(one) === name);
      const local = bound?.type === 'Property' ? (bound.value.type === 'AssignmentPattern' ? bound.value.left : bound.value) : undefined;
      if (local?.type === 'Identifier') return flowToVariable(called.file, local, slots, other);
    }
    const entry = called && entryOfParameter(called, call.arguments.indexOf(object), name);
    if (entry) return { kind: 'flow', slot: slots.entry(entry) };
  }
  return other(`it is handed on as \`${name}\``);
}

/** The context whose provider's value an object literal is. */
function contextOfValue(file: SourceFile, object: TSESTree.ObjectExpression): ReturnType<typeof contextNamed> {
  let at: Node = object;
  for (let steps = 0; steps < 6 && at.parent; steps++) {
    at = at.parent;
    if (at.type === 'JSXAttribute') {
      const { name } = at.parent;
      const provider = name.type === 'JSXMemberExpression' && name.property.name === 'Provider' ? name.object : name;
      return at.name.name === 'value' && provider.type === 'JSXIdentifier' ? contextByElement(file, provider) : undefined;
    }
    if (at.type === 'VariableDeclarator' && at.id.type === 'Identifier') {
      const variable = variableOf(file, at.id);
      const use = variable?.references.find((reference) => (reference.identifier as Node).parent?.type === 'JSXExpressionContainer');
      const attribute = use && (use.identifier as Node).parent?.parent;
      if (attribute?.type !== 'JSXAttribute') return undefined;
      at = attribute.value ?? attribute;
      continue;
    }
    if (
      ![
        'ArrowFunctionExpression',
        'ReturnStatement',
        'BlockStatement',
        'CallExpression',
        'JSXExpressionContainer',
        'TSAsExpression',
        'TSSatisfiesExpression',
      ].includes(at.type)
    )
      return undefined;
  }
  return undefined;
}

function contextByElement(file: SourceFile, name: TSESTree.JSXIdentifier): ReturnType<typeof contextNamed> {
  const variable = variableOf(file, name);
  const binding = variable && bindingOf(variable);
  if (binding?.kind === 'import') {
    const exported = file.links?.exported(file, binding.source, binding.imported);
    return exported && contextNamed(exported.file, exported.node);
  }
  return binding?.kind === 'value' ? contextNamed(file, binding.init) : undefined;
}

/** `<Nav token={token} />`: the component's property. */
function flowToAttribute(attribute: TSESTree.JSXAttribute, slots: Slots, index: CallIndex, other: Other): Use {
  const name = attribute.name.type === 'JSXIdentifier' ? attribute.name.name : undefined;
  for (const one of index.all) {
    for (const pattern of nodesOf(one, 'ObjectPattern')) {
      const fn = pattern.parent;
      if (!isFunction(fn) || fn.params[0] !== pattern || !index.elementsOf(fn).some(({ node }) => node === attribute.parent)) continue;
      const bound = pattern.properties.find((property) => property.type === 'Property' && propertyName(property) === name);
      const local = bound?.type === 'Property' ? (bound.value.type === 'AssignmentPattern' ? bound.value.left : bound.value) : undefined;
      if (local?.type === 'Identifier') return flowToVariable(one, local, slots, other);
    }
  }
  return other(`it is handed to a component as \`${name ?? ''}\``);
}

function handedTo(
  file: SourceFile,
  at: Node,
  call: TSESTree.CallExpression | TSESTree.NewExpression,
  slots: Slots,
  index: CallIndex,
  changesOf: (file: SourceFile) => Changes,
  other: Other,
): Use {
  if (call.callee === at) return other('it is called');
  const name = calleeName(call) ?? '';
  const position = call.arguments.indexOf(at as TSESTree.CallExpressionArgument);
  const expectation = name === 'expect' ? expectationAt(file, at) : undefined;
  if (expectation) return { kind: 'expectation', file, node: expectation.whole, expectation };
  if (name === 'Boolean' || name === 'Number') return { kind: 'truth', file, node: call, isNegated: false };
  if (call.type === 'CallExpression' && position === 0) {
    if (DECODERS.test(name) && !functionOf(file, call)) return { kind: 'decode', file, node: call };
    if (/^(?:parse|String|stringify|useMemo)$/.test(name)) return useOf(file, call, slots, index, changesOf);
    if (name === 'useState') return flowToState(file, call, slots, other);
    const state = stateOfSetter(file, call);
    if (state) return { kind: 'flow', slot: slots.variable(file, state) };
  }
  const called = functionOf(file, call);
  if (!called) return other(`it is handed to \`${name}\``);
  if (isExpiryCheck(called)) return { kind: 'truth', file, node: call, isNegated: /expired|invalid/i.test(name) };
  const parameter = called.node.params[position];
  const local = parameter?.type === 'AssignmentPattern' ? parameter.left : parameter;
  return local?.type === 'Identifier' ? flowToVariable(called.file, local, slots, other) : other(`it is handed to \`${name}\``);
}

/** The state whose setter a call is: `setToken(x)`. */
function stateOfSetter(file: SourceFile, call: TSESTree.CallExpression): ReturnType<typeof variableOf> {
  const setter = call.callee.type === 'Identifier' ? variableOf(file, call.callee) : undefined;
  const binding = setter && bindingOf(setter);
  if (!setter || binding?.kind !== 'value' || binding.path[0] !== '1' || originOf(file, call.callee) !== 'react#useState().1')
    return undefined;
  const pattern = (setter.identifiers[0] as Node | undefined)?.parent;
  const first = pattern?.type === 'ArrayPattern' ? pattern.elements[0] : undefined;
  const state = first?.type === 'Identifier' ? variableOf(file, first) : undefined;
  return state && stateHook(file, state) ? state : undefined;
}

/** A function that decodes its token and compares its end with now: it asks what `hasSession()` answers. */
function isExpiryCheck({ file, node }: Located): boolean {
  const text = file.text.slice(...node.range);
  return /\bexp\b/.test(text) && /Date\.now\(\)|new Date\(/.test(text) && /decode|atob|split\(/i.test(text) && text.length < 600;
}

function isDependencyList(array: TSESTree.ArrayExpression): boolean {
  const call = array.parent;
  return call.type === 'CallExpression' && call.arguments.indexOf(array) >= 1 && /^use[A-Z]|^watch$/.test(calleeName(call) ?? '');
}
