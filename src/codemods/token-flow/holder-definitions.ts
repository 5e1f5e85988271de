import type { Variable } from '@typescript-eslint/scope-manager';
import { putIn, sourcesOf } from '../../flow/back.ts';
import { bindingOf } from '../../syntax/bindings.ts';
import { argumentAt, returnsOf } from '../../syntax/functions.ts';
import type { FunctionNode, Node, TSESTree } from '../../syntax/nodes.ts';
import { bare, contains, propertyName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import type { ClientFacts } from '../facts.ts';
import type { CallIndex, Located } from './calls.ts';
import { takesByName } from './component-attributes.ts';
import { declaredState, settersCalled } from './declared-state.ts';
import { definitionsOfField } from './field-holders.ts';
import type { Definition, EntryHolder, Holder, MemberHolder } from './holder.ts';
import { patternProperty } from './pattern-names.ts';
import { isReceivedToken } from './received.ts';

/** Which property of which parameter is asked about. */
type EntryPlace = Pick<EntryHolder, 'file' | 'fn' | 'index' | 'name'>;

/** Finds what gives holders their value. */
export class HolderDefinitions {
  private readonly index: CallIndex;
  private readonly facts: ClientFacts;

  constructor(index: CallIndex, facts: ClientFacts) {
    this.index = index;
    this.facts = facts;
  }

  /** Every place that gives a holder its value. Parameters of functions whose callers are not known have none. */
  of(holder: Holder): Definition[] {
    switch (holder.kind) {
      case 'variable':
        return this.ofVariable(holder.file, holder.variable);
      case 'return':
        return returnsOf(holder.fn).map((value) => ({ file: holder.file, value, site: value, form: 'return' }));
      case 'member':
        return this.ofMember(holder);
      case 'field':
        return definitionsOfField(holder.file, holder.host, holder.name);
      case 'entry':
        return this.definitionsOfEntry(holder);
      case 'part':
        return [{ file: holder.file, value: holder.property.value, site: holder.property, form: 'property' }];
    }
  }

  /** The properties of the objects that providers hand down, as far as they are written out. What it began with is another matter. */
  private ofMember({ made, name }: MemberHolder): Definition[] {
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

  private definitionsOfEntry(holder: EntryPlace): Definition[] {
    return [
      ...this.propertiesNamed(holder, holder.name),
      ...(this.isTakenOneByOne(holder) ? this.attributesNamed(holder.fn, holder.name) : []),
    ];
  }

  /** Whether what elements give a component is taken by its name alone. */
  private isTakenOneByOne({ file, fn, index }: EntryPlace): boolean {
    return index === 0 && takesByName(file, fn);
  }

  /** The properties that callers put into the object, and the attributes that elements give a component. */
  entryGivers(holder: EntryPlace): Located[] {
    return this.definitionsOfEntry(holder).map(({ file, site }) => ({ file, node: site }));
  }

  /** The object literals that callers give the parameter. */
  objectsGiven({ fn, index }: Pick<EntryHolder, 'fn' | 'index'>): Located<TSESTree.ObjectExpression>[] {
    return this.index.callsTo(fn).flatMap(({ file, node }) => {
      const given = argumentAt(node, index);
      const object = given && bare(given);
      return object?.type === 'ObjectExpression' ? [{ file, node: object }] : [];
    });
  }

  private ofVariable(file: SourceFile, variable: Variable): Definition[] {
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
    return [...found, ...this.ofParameter(file, binding.fn, binding.index, binding.path, variable)];
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

  private ofParameter(
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
    const own = patternProperty(variable);
    const received = own && isReceivedToken(file, own, this.facts) ? [{ file, value: own, site: own, form: 'pattern' as const }] : [];
    return [...this.attributesNamed(fn, name), ...this.propertiesNamed({ fn, index }, name), ...received];
  }

  private attributesNamed(component: FunctionNode, name: string): Definition[] {
    return this.index
      .elementsOf(component)
      .flatMap(({ file, node }) =>
        node.attributes.flatMap((one): Definition[] =>
          one.type === 'JSXAttribute' && one.name.name === name && one.value?.type === 'JSXExpressionContainer'
            ? [{ file, value: one.value.expression, site: one, form: 'attribute' }]
            : [],
        ),
      );
  }

  private propertiesNamed(parameter: Pick<EntryHolder, 'fn' | 'index'>, name: string): Definition[] {
    return this.objectsGiven(parameter).flatMap(({ file, node }) =>
      node.properties.flatMap((one): Definition[] =>
        one.type === 'Property' && propertyName(one) === name ? [{ file, value: one.value, site: one, form: 'property' }] : [],
      ),
    );
  }
}

/** The property that an object has under a name. */
function propertyIn(object: TSESTree.ObjectExpression, name: string): TSESTree.Property | undefined {
  const found = object.properties.find((one) => one.type === 'Property' && propertyName(one) === name);
  return found?.type === 'Property' ? found : undefined;
}
