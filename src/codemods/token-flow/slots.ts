import type { Variable } from '@typescript-eslint/scope-manager';
import { bindingOf, readsOf, variableOf } from '../../syntax/bindings.ts';
import { argumentAt, returnsOf } from '../../syntax/functions.ts';
import { calledFunction } from '../../flow/calls.ts';
import { thisHost } from '../../flow/this-host.ts';
import type { ClassNode, FunctionNode, Node, TSESTree } from '../../syntax/nodes.ts';
import { bare, isAssignmentTarget, isFunction, memberName, propertyName } from '../../syntax/nodes.ts';
import { originOf } from '../../flow/origin.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf } from '../../syntax/source-file.ts';
import { isCredentialKey, judgeKey } from '../../exposures/storage-keys.ts';
import { readAt } from '../../exposures/storage-accesses.ts';
import { storageExposures } from '../../exposures/storage.ts';
import type { ClientFacts } from '../facts.ts';
import type { CallIndex, Located } from './calls.ts';
import type { ReactContext } from './contexts.ts';
import { readsOfContext, takenFromContext, valuesOfContext } from './contexts.ts';
import type { EntrySlot } from './entries.ts';
import { entryAt, entryGivers, entryReads } from './entries.ts';
import { isReceivedToken } from './received.ts';

/** Something that holds a token on its way from where it comes to where it is used. */
export type Slot =
  | { readonly kind: 'variable'; readonly file: SourceFile; readonly variable: Variable }
  /** What a function gives back: an accessor's `getToken()`. */
  | { readonly kind: 'return'; readonly file: SourceFile; readonly fn: FunctionNode }
  /** A property of a React context's value. */
  | { readonly kind: 'member'; readonly context: ReactContext; readonly name: string }
  /** `this.token` of a class or of an object that is a service. */
  | { readonly kind: 'field'; readonly file: SourceFile; readonly host: ClassNode | TSESTree.ObjectExpression; readonly name: string }
  | EntrySlot;

/** Where an expression's token comes from. */
export type Source =
  | { readonly kind: 'slot'; readonly slot: Slot }
  /** Read from a storage. */
  | { readonly kind: 'stored' }
  /** Taken out of a sign-in answer. */
  | { readonly kind: 'received'; readonly node: Node }
  /** `null`, `''`, `undefined`: no token. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'unknown' };

/** A place that gives a slot its value. */
export interface Definition {
  readonly file: SourceFile;
  readonly value: Node;
  /** What is removed when the slot goes: the declarator, the argument, the assignment, the setter's call. */
  readonly site: Node;
  readonly form: 'init' | 'argument' | 'attribute' | 'assignment' | 'setter' | 'state' | 'property' | 'return' | 'pattern';
}

/** Finds slots, and one object for each of them. */
export class Slots {
  private readonly index: CallIndex;
  private readonly facts: ClientFacts;
  private readonly byKey = new Map<object, Map<string, Slot>>();

  constructor(index: CallIndex, facts: ClientFacts) {
    this.index = index;
    this.facts = facts;
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
      case 'ArrowFunctionExpression':
        return inner.body.type === 'BlockStatement' ? returnsOf(inner).flatMap(of) : of(inner.body);
      default:
        return [{ kind: 'unknown' }];
    }
  }

  private ofIdentifier(file: SourceFile, node: TSESTree.Identifier): Source {
    if (node.name === 'undefined') return { kind: 'nothing' };
    const variable = variableOf(file, node);
    return variable ? { kind: 'slot', slot: this.variable(file, variable) } : { kind: 'unknown' };
  }

  private ofMember(file: SourceFile, node: TSESTree.MemberExpression): Source {
    if (isStored(file, node)) return { kind: 'stored' };
    const name = memberName(node);
    if (name === undefined) return { kind: 'unknown' };
    const taken = takenFromContext(file, node);
    if (taken) return { kind: 'slot', slot: this.member(taken.context, name) };
    if (node.object.type === 'ThisExpression') {
      const host = thisHost(node.object);
      if (host) return { kind: 'slot', slot: this.field(file, host, name) };
    }
    const entry = entryAt(file, node, this.index);
    if (entry) return { kind: 'slot', slot: this.entry(entry) };
    return isReceivedToken(file, node, this.facts) ? { kind: 'received', node } : { kind: 'unknown' };
  }

  private ofCall(file: SourceFile, node: TSESTree.CallExpression): Source[] {
    if (isStored(file, node)) return [{ kind: 'stored' }];
    const name =
      node.callee.type === 'MemberExpression' ? memberName(node.callee) : node.callee.type === 'Identifier' ? node.callee.name : '';
    const [first] = node.arguments;
    if (first && first.type !== 'SpreadElement' && /^(?:parse|String|stringify|useState|useRef|decodeURIComponent)$/.test(name ?? ''))
      return this.sourcesOf(file, first);
    const called = calledFunction(file, node);
    return called ? [{ kind: 'slot', slot: this.returned(called) }] : [{ kind: 'unknown' }];
  }

  /** The context's member that a destructured variable is taken out of. */
  memberOfPattern(file: SourceFile, variable: Variable): Slot | undefined {
    const name = variable.identifiers[0] as Node | undefined;
    const taken = name && takenFromContext(file, name);
    return taken && this.member(taken.context, taken.name);
  }

  variable(file: SourceFile, variable: Variable): Slot {
    return this.one(variable, '', () => ({ kind: 'variable', file, variable }));
  }

  returned({ file, node }: Located<FunctionNode>): Slot {
    return this.one(node, '', () => ({ kind: 'return', file, fn: node }));
  }

  member(context: ReactContext, name: string): Slot {
    return this.one(context.creation, name, () => ({ kind: 'member', context, name }));
  }

  field(file: SourceFile, host: ClassNode | TSESTree.ObjectExpression, name: string): Slot {
    return this.one(host, name, () => ({ kind: 'field', file, host, name }));
  }

  entry(entry: EntrySlot): Slot {
    return this.one(entry.variable, entry.name, () => entry);
  }

  private one(key: object, name: string, make: () => Slot): Slot {
    const names = this.byKey.get(key) ?? new Map<string, Slot>();
    this.byKey.set(key, names);
    let slot = names.get(name);
    if (!slot) names.set(name, (slot = make()));
    return slot;
  }

  /** Every place that gives a slot its value. Parameters of functions whose callers are not known have none. */
  definitionsOf(slot: Slot): Definition[] {
    switch (slot.kind) {
      case 'variable':
        return this.definitionsOfVariable(slot.file, slot.variable);
      case 'return':
        return returnsOf(slot.fn).map((value) => ({ file: slot.file, value, site: value, form: 'return' }));
      case 'member':
        return valuesOfContext(slot.context, this.index.all).flatMap(({ file, node }) =>
          node.properties.flatMap((property): Definition[] =>
            property.type === 'Property' && propertyName(property) === slot.name
              ? [{ file, value: property.value, site: property, form: 'property' }]
              : [],
          ),
        );
      case 'field':
        return definitionsOfField(slot.file, slot.host, slot.name);
      case 'entry':
        return entryGivers(slot, this.index).map(({ file, node }) => ({ file, value: node.value, site: node, form: 'property' }));
    }
  }

  private definitionsOfVariable(file: SourceFile, variable: Variable): Definition[] {
    const binding = bindingOf(variable);
    const found: Definition[] = variable.references.flatMap((reference): Definition[] => {
      const { parent } = reference.identifier as Node;
      return parent?.type === 'AssignmentExpression' && parent.left === reference.identifier
        ? [{ file, value: parent.right, site: parent, form: 'assignment' }]
        : [];
    });
    if (binding.kind === 'value') {
      const declarator = binding.init.parent as TSESTree.VariableDeclarator;
      const state = stateHook(file, variable);
      if (state)
        return [...found, { file, value: state.initial ?? binding.init, site: declarator, form: 'state' }, ...settersCalled(file, state)];
      if (binding.path.length === 0) return [...found, { file, value: binding.init, site: declarator, form: 'init' }];
      const property = patternProperty(variable);
      return property ? [...found, { file, value: property, site: property, form: 'pattern' }] : found;
    }
    if (binding.kind !== 'parameter') return found;
    return [...found, ...this.definitionsOfParameter(file, binding.fn, binding.index, binding.path, variable)];
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

  /** Every expression that reads a slot. */
  readsOf(slot: Slot): Located[] {
    switch (slot.kind) {
      case 'variable':
        return [...readsOf(slot.variable).map((node) => ({ file: slot.file, node })), ...this.importedReads(slot.file, slot.variable)];
      case 'return':
        return this.index.callsTo(slot.fn).map(({ file, node }) => ({ file, node }));
      case 'member':
        return readsOfContext(slot.context, slot.name, this.index.all).map(({ file, node }) => ({ file, node }));
      case 'field':
        return readsOfField(this.index.all, slot.file, slot.host, slot.name);
      case 'entry':
        return entryReads(slot);
    }
  }

  private importedReads(file: SourceFile, variable: Variable): Located[] {
    const definition = variable.identifiers[0] as Node | undefined;
    if (!definition || !file.links) return [];
    return this.index.importsOf(definition).flatMap((imported) => {
      const local = variableOf(imported.file, imported.node);
      return local ? readsOf(local).map((node) => ({ file: imported.file, node })) : [];
    });
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

/** `const [token, setToken] = useState(…)`: the hook's call, its initial value and its setter. */
export interface StateHook {
  readonly call: TSESTree.CallExpression;
  readonly declarator: TSESTree.VariableDeclarator;
  readonly initial: Node | undefined;
  readonly setter: Variable | undefined;
}

/** The state hook that a variable is the state of. */
export function stateHook(file: SourceFile, variable: Variable): StateHook | undefined {
  const binding = bindingOf(variable);
  if (binding.kind !== 'value' || binding.path.length !== 1 || binding.path[0] !== '0') return undefined;
  const call = bare(binding.init);
  if (call.type !== 'CallExpression' || originOf(file, call.callee) !== 'react#useState') return undefined;
  const declarator = call.parent.type === 'VariableDeclarator' ? call.parent : undefined;
  if (declarator?.id.type !== 'ArrayPattern') return undefined;
  const second = declarator.id.elements[1];
  return { call, declarator, initial: argumentAt(call, 0), setter: second?.type === 'Identifier' ? variableOf(file, second) : undefined };
}

function settersCalled(file: SourceFile, { setter }: StateHook): Definition[] {
  return (setter ? readsOf(setter) : []).flatMap((use): Definition[] => {
    const call = use.parent;
    const value = call?.type === 'CallExpression' && call.callee === use ? argumentAt(call, 0) : undefined;
    return value && call ? [{ file, value, site: call, form: 'setter' }] : [];
  });
}

/** The property of a destructuring pattern that declares a variable. */
export function patternProperty(variable: Variable): TSESTree.Property | undefined {
  const name = variable.identifiers[0] as Node | undefined;
  const holder = name?.parent?.type === 'AssignmentPattern' ? name.parent : name;
  return holder?.parent?.type === 'Property' && holder.parent.parent.type === 'ObjectPattern' ? holder.parent : undefined;
}

/** The variable that a destructured property declares. */
export function localOf(file: SourceFile, property: TSESTree.Property): Variable | undefined {
  const value = property.value.type === 'AssignmentPattern' ? property.value.left : property.value;
  return value.type === 'Identifier' ? variableOf(file, value) : undefined;
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
      if (node.object.type === 'ThisExpression') return one === file && thisHost(node.object) === host ? [{ file: one, node }] : [];
      return [];
    }),
  );
}
