import type { Variable } from '@typescript-eslint/scope-manager';
import { isCredentialKey, judgeKey } from '../../exposures/storage-keys.ts';
import { readAt } from '../../exposures/storage-accesses.ts';
import { storageExposures } from '../../exposures/storage.ts';
import { callsOfValue, callsWhatIsGiven, destinationsOf, putIn, reachOf, sourcesOf } from '../../flow/back.ts';
import { calledFunction } from '../../flow/calls.ts';
import { isHandedDown } from '../../flow/library-flows.ts';
import type { Location } from '../../flow/location.ts';
import { isKept, KEPT, locationOf } from '../../flow/location.ts';
import type { Place } from '../../flow/resolve.ts';
import { resolveValue } from '../../flow/resolve.ts';
import { variableNamed } from '../../flow/shared-names.ts';
import { stateHookOf } from '../../flow/state-hooks.ts';
import { thisHost } from '../../flow/this-host.ts';
import { bindingOf, readsOf, variableOf } from '../../syntax/bindings.ts';
import { argumentAt, returnsOf } from '../../syntax/functions.ts';
import type { CallNode, ClassNode, FunctionNode, Node, TSESTree } from '../../syntax/nodes.ts';
import {
  bare,
  contains,
  dressed,
  enclosingFunction,
  isAssignmentTarget,
  isFunction,
  memberName,
  propertyName,
} from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf } from '../../syntax/source-file.ts';
import type { ClientFacts } from '../facts.ts';
import type { CallIndex, Located } from './calls.ts';
import { isReceivedToken, isRedirected } from './received.ts';

/** Something that holds a token on its way from where it comes to where it is used. */
export type Holder =
  | { readonly kind: 'variable'; readonly file: SourceFile; readonly variable: Variable }
  /** What a function returns: an accessor's `getToken()`. */
  | { readonly kind: 'return'; readonly file: SourceFile; readonly fn: FunctionNode }
  /** A member of what a library's call keeps and an element hands down: of a context's value. */
  | { readonly kind: 'member'; readonly made: Located<CallNode>; readonly name: string }
  /** `this.token` of a class or of an object that is a service. */
  | { readonly kind: 'field'; readonly file: SourceFile; readonly host: ClassNode | TSESTree.ObjectExpression; readonly name: string }
  /** A property of an object that a function takes as a parameter: `credentials.t` of `load(params, { t: jwt.token })`. */
  | EntryHolder;

/** See {@link Holder}. */
export interface EntryHolder {
  readonly kind: 'entry';
  readonly file: SourceFile;
  readonly fn: FunctionNode;
  /** Which parameter. */
  readonly index: number;
  readonly variable: Variable;
  readonly name: string;
}

/** Where an expression's token comes from. */
export type Source =
  | { readonly kind: 'holder'; readonly holder: Holder }
  /** Read from a storage. */
  | { readonly kind: 'stored' }
  /** Taken out of the response to a sign-in. */
  | { readonly kind: 'received'; readonly node: Node }
  /** `null`, `''`, `undefined`: no token. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'unknown' };

/** A place that names what sets a state. */
export interface SetterRead extends Located {
  readonly isKnown: boolean;
  /** The member of what a context hands down that it becomes. */
  readonly member?: Extract<Holder, { kind: 'member' }>;
}

/** A place that gives a holder its value. */
export interface Definition {
  readonly file: SourceFile;
  readonly value: Node;
  /** What is removed when the holder goes: the declarator, the argument, the assignment, the setter's call. */
  readonly site: Node;
  readonly form: 'init' | 'argument' | 'attribute' | 'assignment' | 'setter' | 'state' | 'property' | 'return' | 'pattern';
}

/** Finds holders, and one object for each of them. */
export class Holders {
  private readonly index: CallIndex;
  private readonly facts: ClientFacts;
  private readonly byKey = new Map<object, Map<string, Holder>>();
  private readonly claimed = new Set<Holder | Node>();

  constructor(index: CallIndex, facts: ClientFacts) {
    this.index = index;
    this.facts = facts;
  }

  /** What a state's rewrite has seen to already: a holder, or an expression. */
  claim(one: Holder | Node): void {
    this.claimed.add(one);
  }

  isClaimed(one: Holder | Node): boolean {
    return this.claimed.has(one);
  }

  /** Where the token of an expression comes from: several places where it is one or the other. */
  sourcesOf(file: SourceFile, node: Node): Source[] {
    const inner = bare(node);
    const of = (child: Node): Source[] => this.sourcesOf(file, child);
    switch (inner.type) {
      case 'Identifier':
        return [this.ofIdentifier(file, inner)];
      case 'MemberExpression':
        return [this.ofMember(file, inner)];
      case 'CallExpression':
        return this.ofCall(file, inner);
      case 'LogicalExpression':
        return inner.operator === '&&' ? of(inner.right) : [...of(inner.left), ...of(inner.right)];
      case 'ConditionalExpression':
        return [...of(inner.consequent), ...of(inner.alternate)];
      case 'AssignmentExpression':
        return of(inner.right);
      case 'Literal':
        return [{ kind: inner.value === null || inner.value === '' || inner.value === false ? 'nothing' : 'unknown' }];
      case 'TemplateLiteral':
        return inner.expressions.length > 0 ? inner.expressions.flatMap(of) : [{ kind: 'unknown' }];
      // const { token } = route.query
      case 'Property':
        return [isRedirected(file, inner, this.facts) ? { kind: 'received', node: inner } : { kind: 'unknown' }];
      case 'ArrowFunctionExpression':
        return inner.body.type === 'BlockStatement' ? returnsOf(inner).flatMap(of) : of(inner.body);
      default:
        return [{ kind: 'unknown' }];
    }
  }

  private ofIdentifier(file: SourceFile, node: TSESTree.Identifier): Source {
    if (node.name === 'undefined') return { kind: 'nothing' };
    const named = variableNamed(file, node);
    return named ? { kind: 'holder', holder: this.variable(named.file, named.variable) } : { kind: 'unknown' };
  }

  private ofMember(file: SourceFile, node: TSESTree.MemberExpression): Source {
    if (isStored(file, node)) return { kind: 'stored' };
    if (isRedirected(file, node, this.facts)) return { kind: 'received', node };
    const name = memberName(node);
    if (name === undefined) return { kind: 'unknown' };
    const member = this.memberBehind(file, node);
    if (member) return { kind: 'holder', holder: member };
    if (node.object.type === 'ThisExpression') {
      const host = thisHost(node.object);
      if (host) return { kind: 'holder', holder: this.field(file, host, name) };
    }
    const entry = this.entryAt(file, node);
    if (entry) return { kind: 'holder', holder: entry };
    return isReceivedToken(file, node, this.facts) ? { kind: 'received', node } : { kind: 'unknown' };
  }

  private ofCall(file: SourceFile, node: TSESTree.CallExpression): Source[] {
    if (isStored(file, node)) return [{ kind: 'stored' }];
    if (isRedirected(file, node, this.facts)) return [{ kind: 'received', node }];
    const name =
      node.callee.type === 'MemberExpression' ? memberName(node.callee) : node.callee.type === 'Identifier' ? node.callee.name : '';
    const [first] = node.arguments;
    if (first && first.type !== 'SpreadElement' && /^(?:parse|String|stringify|useState|useRef|decodeURIComponent)$/.test(name ?? ''))
      return this.sourcesOf(file, first);
    const called = calledFunction(file, node) ?? this.index.injectedAt(node);
    return called ? [{ kind: 'holder', holder: this.returned(called) }] : [{ kind: 'unknown' }];
  }

  /** The member of what a context hands down that an expression or a declared name takes out. */
  memberBehind(file: SourceFile, node: Node): Holder | undefined {
    const [from] = sourcesOf(locationOf(file, node));
    const found = new Set(from && from.path.length > 0 ? [from] : []);
    for (const at of found) {
      const member = this.memberAt(at);
      if (member) return member;
      if (!isKept(at)) for (const next of sourcesOf(at)) if (next.path.length > 0) found.add(next);
    }
    return undefined;
  }

  private memberAt(at: Location): Holder | undefined {
    const { file, node, path } = at;
    const [, name, ...more] = path;
    if (!isKept(at) || name === undefined || more.length > 0 || !isCall(node) || !isHandedDown({ file, node })) return undefined;
    return this.one(node, name, () => ({ kind: 'member', made: { file, node }, name }));
  }

  /** The entry that a member reads, where some caller gives the parameter an object literal with such a property. */
  private entryAt(file: SourceFile, node: TSESTree.MemberExpression): Holder | undefined {
    const name = memberName(node);
    const variable = node.object.type === 'Identifier' ? variableOf(file, node.object) : undefined;
    return variable && name !== undefined ? this.entryOf(file, variable, [name]) : undefined;
  }

  private entryOf(file: SourceFile, variable: Variable, [name, ...more]: readonly string[]): EntryHolder | undefined {
    const binding = bindingOf(variable);
    if (binding.kind !== 'parameter' || binding.path.length > 0 || name === undefined || more.length > 0) return undefined;
    const { fn, index } = binding;
    if (this.objectsGiven({ fn, index }).every(({ node }) => !propertyIn(node, name))) return undefined;
    return this.one(variable, name, () => ({ kind: 'entry', file, fn, index, variable, name })) as EntryHolder;
  }

  /** The holder that stands at a location, if that is one by which a token is handed on. */
  private holderAt(at: Location): Holder | undefined {
    const { file, node, path } = at;
    if (isKept(at)) return this.memberAt(at);
    const variable = node.type === 'Identifier' ? variableOf(file, node) : undefined;
    if (variable?.identifiers.includes(node as never) !== true) return undefined;
    if (path.length === 0) return this.variable(file, variable);
    return this.entryOf(file, variable, path);
  }

  /** The holder that a value goes to from where it stands: as it is or as a part of an object, but not out of a function. */
  holderAhead(from: Location): Holder | undefined {
    const found = new Set([from]);
    for (const at of found) {
      if ((isReturned(at.node) && at !== from) || isGivenToUnknown(at)) continue;
      for (const next of destinationsOf(at)) {
        const holder = this.holderAt(next);
        // What a store keeps is not followed on: its reducers and components have to be looked at.
        if (holder || isKept(next)) return holder;
        if (next.path.length > 0) found.add(next);
      }
    }
    return undefined;
  }

  variable(file: SourceFile, variable: Variable): Holder {
    return this.one(variable, '', () => ({ kind: 'variable', file, variable }));
  }

  returned({ file, node }: Located<FunctionNode>): Holder {
    return this.one(node, '', () => ({ kind: 'return', file, fn: node }));
  }

  field(file: SourceFile, host: ClassNode | TSESTree.ObjectExpression, name: string): Holder {
    return this.one(host, name, () => ({ kind: 'field', file, host, name }));
  }

  /** Where what sets a state is named, and whether that is known to be all: it is called there, or handed down by a context. */
  readsOfSetter(file: SourceFile, setter: Variable): SetterRead[] {
    const name = setter.identifiers[0] as Node;
    const reached = reachOf(locationOf(file, name));
    if (!reached) return [{ file, node: name, isKnown: false }];
    return [...reached].flatMap(({ file: home, node, path }): SetterRead[] => {
      if (path.length > 0 || (node.type === 'Identifier' && variableOf(home, node)?.identifiers.includes(node))) return [];
      const at = dressed(node);
      const { parent } = at;
      const member = parent?.type === 'Property' ? this.holderAhead(locationOf(home, node)) : undefined;
      const isCalled = parent?.type === 'CallExpression' && parent.callee === at;
      const isNamedOnly = isCalled || parent?.type === 'VariableDeclarator' || parent?.type === 'ArrayExpression';
      const isKnown = this.index.all.includes(home) && (member?.kind === 'member' || isNamedOnly);
      return [{ file: home, node, isKnown, ...(member?.kind === 'member' && { member }) }];
    });
  }

  private one(key: object, name: string, make: () => Holder): Holder {
    const names = this.byKey.get(key) ?? new Map<string, Holder>();
    this.byKey.set(key, names);
    let holder = names.get(name);
    if (!holder) names.set(name, (holder = make()));
    return holder;
  }

  /** Every place that gives a holder its value. Parameters of functions whose callers are not known have none. */
  definitionsOf(holder: Holder): Definition[] {
    switch (holder.kind) {
      case 'variable':
        return this.definitionsOfVariable(holder.file, holder.variable);
      case 'return':
        return returnsOf(holder.fn).map((value) => ({ file: holder.file, value, site: value, form: 'return' }));
      case 'member':
        return this.definitionsOfMember(holder);
      case 'field':
        return definitionsOfField(holder.file, holder.host, holder.name);
      case 'entry':
        return this.entryGivers(holder).map(({ file, node }) => ({ file, value: node.value, site: node, form: 'property' }));
    }
  }

  /** The properties of the objects that providers hand down, as far as they are written out. What it began with is another matter. */
  private definitionsOfMember({ made, name }: Extract<Holder, { kind: 'member' }>): Definition[] {
    const found = new Set(putIn(this.index.all, made, [name]));
    const definitions: Definition[] = [];
    for (const at of found) {
      const { file, node } = at;
      if (node.type !== 'ObjectExpression') for (const next of sourcesOf(at)) if (next.path.length === 1) found.add(next);
      const property = node.type === 'ObjectExpression' && !contains(made.node, node) ? propertyIn(node, name) : undefined;
      if (property) definitions.push({ file, value: property.value, site: property, form: 'property' });
    }
    return definitions;
  }

  /** The properties that callers put into the object. */
  entryGivers({ fn, index, name }: EntryHolder): Located<TSESTree.Property>[] {
    return this.objectsGiven({ fn, index }).flatMap(({ file, node }) => {
      const property = propertyIn(node, name);
      return property ? [{ file, node: property }] : [];
    });
  }

  /** The object literals that callers give the parameter. */
  objectsGiven({ fn, index }: Pick<EntryHolder, 'fn' | 'index'>): Located<TSESTree.ObjectExpression>[] {
    return this.index.callsTo(fn).flatMap(({ file, node }) => {
      const given = argumentAt(node, index);
      const object = given && bare(given);
      return object?.type === 'ObjectExpression' ? [{ file, node: object }] : [];
    });
  }

  private definitionsOfVariable(file: SourceFile, variable: Variable): Definition[] {
    const binding = bindingOf(variable);
    const found = this.assignmentsTo(file, variable);
    if (binding.kind === 'value') {
      const declarator = binding.init.parent as TSESTree.VariableDeclarator;
      const state = declaredState(file, variable);
      if (state)
        return [
          ...found,
          { file, value: state.initial ?? binding.init, site: declarator, form: 'state' },
          ...this.index.within(settersCalled(file, state)),
        ];
      if (binding.path.length === 0) return [...found, { file, value: binding.init, site: declarator, form: 'init' }];
      const property = patternProperty(variable);
      return property ? [...found, { file, value: property, site: property, form: 'pattern' }] : found;
    }
    if (binding.kind !== 'parameter') return found;
    return [...found, ...this.definitionsOfParameter(file, binding.fn, binding.index, binding.path, variable)];
  }

  /** Every `x = …`, in other classic scripts of its pages too. */
  private assignmentsTo(file: SourceFile, variable: Variable): Definition[] {
    const own = variable.references.map((reference): Located => ({ file, node: reference.identifier }));
    const [definition] = variable.identifiers as readonly Node[];
    return [...own, ...(definition ? this.index.importsOf(definition) : [])].flatMap((place): Definition[] => {
      const { parent } = place.node;
      return parent?.type === 'AssignmentExpression' && parent.left === place.node
        ? [{ file: place.file, value: parent.right, site: parent, form: 'assignment' }]
        : [];
    });
  }

  private definitionsOfParameter(
    file: SourceFile,
    fn: FunctionNode,
    index: number,
    path: readonly (string | undefined)[],
    variable: Variable,
  ): Definition[] {
    if (path.length === 0) {
      return this.index.callsTo(fn).flatMap(({ file: home, node }): Definition[] => {
        const value = argumentAt(node, index);
        return value ? [{ file: home, value, site: value, form: 'argument' }] : [];
      });
    }
    const [name] = path;
    if (path.length > 1 || name === undefined) return [];
    const attributes = this.index
      .elementsOf(fn)
      .flatMap(({ file: home, node }) =>
        node.attributes.flatMap((one): Definition[] =>
          one.type === 'JSXAttribute' && one.name.name === name && one.value?.type === 'JSXExpressionContainer'
            ? [{ file: home, value: one.value.expression, site: one, form: 'attribute' }]
            : [],
        ),
      );
    const properties = this.index.callsTo(fn).flatMap(({ file: home, node }) => {
      const given = argumentAt(node, index);
      const literal = given && bare(given);
      return literal?.type === 'ObjectExpression'
        ? literal.properties.flatMap((one): Definition[] =>
            one.type === 'Property' && propertyName(one) === name ? [{ file: home, value: one.value, site: one, form: 'property' }] : [],
          )
        : [];
    });
    const own = patternProperty(variable);
    const received = own && isReceivedToken(file, own, this.facts) ? [{ file, value: own, site: own, form: 'pattern' as const }] : [];
    return [...attributes, ...properties, ...received];
  }

  /** Every expression that reads a holder. */
  readsOf(holder: Holder): Located[] {
    switch (holder.kind) {
      case 'variable':
        return [
          ...readsOf(holder.variable).map((node) => ({ file: holder.file, node })),
          ...this.importedReads(holder.file, holder.variable),
        ];
      case 'return':
        return this.index.callsTo(holder.fn).map(({ file, node }) => ({ file, node }));
      case 'member':
        return this.readsOfMember(holder);
      case 'field':
        return readsOfField(this.index.all, holder.file, holder.host, holder.name);
      case 'entry':
        return readsOf(holder.variable).flatMap((read) => {
          const { parent } = read;
          return parent?.type === 'MemberExpression' && parent.object === read && memberName(parent) === holder.name
            ? [{ file: holder.file, node: parent }]
            : [];
        });
    }
  }

  /**
   * Where a member is read: forwards from where it is handed down, and in the files that are not followed to from there, as
   * tests are not, where what is taken out under its name comes from there.
   */
  private readsOfMember(holder: Extract<Holder, { kind: 'member' }>): Located[] {
    const ahead = this.index.within(readsAhead(holder));
    const known = new Set(ahead.map(({ node }) => node));
    const others = this.index.all.flatMap((file) =>
      readingsNamed(file, holder.name)
        .filter(({ node, name }) => !known.has(node) && this.memberBehind(file, name) === holder)
        .map(({ node }) => ({ file, node })),
    );
    return [...ahead, ...others];
  }

  private importedReads(file: SourceFile, variable: Variable): Located[] {
    const definition = variable.identifiers[0] as Node | undefined;
    if (!definition || !file.links) return [];
    return this.index.readsElsewhere(definition);
  }
}

/** Whether an expression reads a credential from a storage. */
function isStored(file: SourceFile, node: Node): boolean {
  const access = readAt(file, node);
  if (!access?.key) return false;
  const key = judgeKey(file, access.key, access.api.medium);
  if (key.isOneOfMany) return false;
  if (isCredentialKey(key.reading)) return true;
  return storageExposures(file).some((exposure) => exposure.node === node);
}

/** `const [token, setToken] = useState(…)`: the declarator, what the state begins with, and its setter. */
export interface DeclaredState {
  readonly declarator: TSESTree.VariableDeclarator;
  readonly initial: Node | undefined;
  readonly setter: Variable | undefined;
}

/** The state hook that a variable is the state of. */
export function declaredState(file: SourceFile, variable: Variable): DeclaredState | undefined {
  const binding = bindingOf(variable);
  const call = binding.kind === 'value' ? bare(binding.init) : undefined;
  const hook = call?.type === 'CallExpression' ? stateHookOf(file, call) : undefined;
  const declarator = call?.parent;
  if (!hook || binding.kind !== 'value' || binding.path.length !== 1 || binding.path[0] !== hook.state) return undefined;
  if (declarator?.type !== 'VariableDeclarator' || declarator.id.type !== 'ArrayPattern') return undefined;
  const setter = hook.setter === undefined ? undefined : declarator.id.elements[Number(hook.setter)];
  return { declarator, initial: hook.initial, setter: setter?.type === 'Identifier' ? variableOf(file, setter) : undefined };
}

/** Every call of what sets a state, in whatever file and under whatever name. */
function settersCalled(file: SourceFile, { setter }: DeclaredState): Definition[] {
  const name = setter?.identifiers[0] as Node | undefined;
  return (name ? callsOfValue(locationOf(file, name)) : []).flatMap(({ file: home, node: call }): Definition[] => {
    const value = argumentAt(call, 0);
    return value ? [{ file: home, value, site: call, form: 'setter' }] : [];
  });
}

/** The property of a destructuring pattern that declares a variable. */
export function patternProperty(variable: Variable): TSESTree.Property | undefined {
  const name = variable.identifiers[0] as Node | undefined;
  return name && propertyAround(name);
}

function propertyAround(name: Node): TSESTree.Property | undefined {
  const holder = name.parent?.type === 'AssignmentPattern' ? name.parent : name;
  return holder.parent?.type === 'Property' && holder.parent.parent.type === 'ObjectPattern' ? holder.parent : undefined;
}

/** The variable that a destructured property declares. */
export function localOf(file: SourceFile, property: TSESTree.Property): Variable | undefined {
  const name = nameIn(property);
  return name && variableOf(file, name);
}

/** The name that a destructured property declares, with a default or without; undefined where it is taken apart further. */
function nameIn({ value }: TSESTree.Property): TSESTree.Identifier | undefined {
  const name = value.type === 'AssignmentPattern' ? value.left : value;
  return name.type === 'Identifier' ? name : undefined;
}

function definitionsOfField(file: SourceFile, host: ClassNode | TSESTree.ObjectExpression, name: string): Definition[] {
  const initial: Definition[] =
    host.type === 'ObjectExpression'
      ? host.properties.flatMap((one) =>
          one.type === 'Property' && propertyName(one) === name && !isFunction(one.value)
            ? [{ file, value: one.value, site: one, form: 'property' as const }]
            : [],
        )
      : host.body.body.flatMap((one) =>
          one.type === 'PropertyDefinition' && propertyName(one) === name && one.value
            ? [{ file, value: one.value, site: one, form: 'property' as const }]
            : [],
        );
  const assigned = nodesOf(file, 'AssignmentExpression').flatMap((one): Definition[] =>
    one.left.type === 'MemberExpression' &&
    one.left.object.type === 'ThisExpression' &&
    memberName(one.left) === name &&
    thisHost(one.left.object) === host
      ? [{ file, value: one.right, site: one, form: 'assignment' }]
      : [],
  );
  return [...initial, ...assigned];
}

function readsOfField(
  files: readonly SourceFile[],
  file: SourceFile,
  host: ClassNode | TSESTree.ObjectExpression,
  name: string,
): Located[] {
  return files.flatMap((one) =>
    nodesOf(one, 'MemberExpression').flatMap((node): Located[] => {
      if (memberName(node) !== name || isAssignmentTarget(node)) return [];
      const isOfHost =
        node.object.type === 'ThisExpression'
          ? one === file && thisHost(node.object) === host
          : hostBehind({ file: one, node: node.object }) === host;
      return isOfHost ? [{ file: one, node }] : [];
    }),
  );
}

/** The object, or the class of the instance, that an expression is: `auth` of `auth.token`. */
function hostBehind(place: Place): Node {
  const { file, node } = resolveValue(place);
  return node.type === 'NewExpression' ? resolveValue({ file, node: node.callee }).node : node;
}

/** Where a member of what a context hands down is taken out: `useAuth().token`, the property of `const { token } = useAuth()`. */
function readsAhead({ made, name }: Extract<Holder, { kind: 'member' }>): Located[] {
  const kept = locationOf(made.file, made.node, [KEPT, name]);
  const found = new Set(kept && [kept]);
  const reads: Located[] = [];
  for (const at of found) {
    for (const next of destinationsOf(at)) {
      const { file, node, path } = next;
      const property = node.type === 'Identifier' ? propertyAround(node) : undefined;
      if (path.length > 0) found.add(next);
      else if (property) reads.push({ file, node: property });
      else if (node.type === 'MemberExpression') reads.push({ file, node });
    }
  }
  return reads;
}

/** Where a file takes a member of a name out of something: the member or the pattern's property, and what names it then. */
function readingsNamed(file: SourceFile, wanted: string): { readonly node: Node; readonly name: Node }[] {
  if (!file.text.includes(wanted)) return [];
  const members = nodesOf(file, 'MemberExpression').filter((node) => memberName(node) === wanted && !isAssignmentTarget(node));
  const properties = nodesOf(file, 'ObjectPattern')
    .flatMap((pattern) => pattern.properties)
    .flatMap((node) => {
      if (node.type !== 'Property' || propertyName(node) !== wanted) return [];
      const name = nameIn(node);
      return name ? [{ node, name }] : [];
    });
  return [...members.map((node) => ({ node, name: node })), ...properties];
}

function propertyIn(object: TSESTree.ObjectExpression, name: string): TSESTree.Property | undefined {
  const found = object.properties.find((one) => one.type === 'Property' && propertyName(one) === name);
  return found?.type === 'Property' ? found : undefined;
}

function isCall(node: Node): node is CallNode {
  return node.type === 'CallExpression' || node.type === 'NewExpression';
}

/** Whether a value is an argument of a call of which it is not known all that it calls. */
function isGivenToUnknown({ file, node }: Location): boolean {
  const at = dressed(node);
  return at.parent !== undefined && isCall(at.parent) && at.parent.callee !== at && callsWhatIsGiven(file, at.parent);
}

/** Whether an expression is what a function of the code's own returns: a callback's result goes to whatever runs it. */
function isReturned(node: Node): boolean {
  const { parent } = dressed(node);
  const fn =
    parent?.type === 'ArrowFunctionExpression' ? parent : parent?.type === 'ReturnStatement' ? enclosingFunction(parent) : undefined;
  return fn !== undefined && fn.parent.type !== 'CallExpression';
}
