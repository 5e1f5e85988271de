import { bindingOf, variableOf } from '../syntax/bindings.ts';
import type { Place } from '../flow/resolve.ts';
import { memberOf, resolveValue } from '../flow/resolve.ts';
import { argumentAt, returnsOf } from '../syntax/functions.ts';
import type { Node, TSESTree } from '../syntax/nodes.ts';
import { isFunction, memberName, propertyName } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { nodesOf } from '../syntax/source-file.ts';

/** What a template's name is in the script: parsers do not resolve the names of templates. */
export function declaredOutside(file: SourceFile, { name }: Pick<TSESTree.Identifier, 'name'>): ReturnType<typeof variableOf> {
  if (!file.templateHtml) return undefined;
  for (const scope of file.scopes.scopes) {
    const variable = scope.type === 'module' || scope.type === 'global' ? scope.set.get(name) : undefined;
    if (variable && variable.defs.length > 0) return variable;
  }
  return undefined;
}

/** A template's name among the options of a Vue component: a method, a computed value, data. */
export function inComponent(file: SourceFile, node: Node): Place | undefined {
  return node.type === 'Identifier' && file.templateHtml ? namedInComponent(file, node.name) : undefined;
}

function namedInComponent(file: SourceFile, name: string): Place | undefined {
  const declared = declaredOutside(file, { name });
  const identifier = declared?.identifiers[0];
  if (declared && identifier) {
    const binding = bindingOf(declared);
    return binding.kind === 'declaration' ? { file, node: binding.node } : resolveValue({ file, node: identifier });
  }
  return optionsOf(file)
    .map((options) => memberOf({ file, node: options }, name, 6))
    .find((member) => member !== undefined);
}

/** `{#each items as item}`, `v-for="(item, i) in items"`: the list before the name of its items in Svelte, behind it in Vue. */
const LOOPS = /\{#each\s+(\w+)\s+as\s+(\w+)|v-for=["']\(?(\w+)(?:, ?\w+)*\)? (?:in|of) (\w+)["']/g;

/** What the template's loop goes over whose items are called so, where that is a name of the component. */
export function loopedOver(file: SourceFile, item: TSESTree.Identifier): Place | undefined {
  if (!file.templateHtml || variableOf(file, item)?.scope.type === 'module') return undefined;
  const loops = [...file.text.slice(0, item.range[0]).matchAll(LOOPS)].map(([, listBefore, before, behind, listBehind]) => ({
    list: listBefore ?? listBehind ?? '',
    item: before ?? behind,
  }));
  const loop = loops.findLast((one) => one.item === item.name);
  return loop && namedInComponent(file, loop.list);
}

/** The options of the components that a file exports. */
function optionsOf(file: SourceFile): Node[] {
  return nodesOf(file, 'ExportDefaultDeclaration').flatMap(
    ({ declaration }) => (declaration.type === 'CallExpression' ? argumentAt(declaration, 0) : declaration) ?? [],
  );
}

/**
 * All that a component's `data` may hold under a name: what it starts with, and what is assigned to it. Undefined where it
 * has no such data, and where the template lets people write to it.
 */
export function dataValuesOf(file: SourceFile, name: string): readonly Node[] | undefined {
  const start =
    file.templateHtml &&
    optionsOf(file)
      .flatMap((options) => dataOf(options))
      .find((property) => propertyName(property) === name);
  const written = name.replaceAll('$', String.raw`\$`);
  if (!start || new RegExp(String.raw`(?:v-model[\w.:-]*|\.sync)\s*=\s*["']${written}\b`).test(file.text)) return undefined;
  const assigned = nodesOf(file, 'AssignmentExpression').filter(
    ({ left }) => left.type === 'MemberExpression' && memberName(left) === name,
  );
  return [start.value, ...assigned.map(({ right }) => right)];
}

/** `data() { return { html: '' }; }`, `data: () => ({ html: '' })`. */
function dataOf(options: Node): TSESTree.Property[] {
  const data =
    options.type === 'ObjectExpression'
      ? options.properties.find((one) => one.type === 'Property' && propertyName(one) === 'data')
      : undefined;
  const returned = data?.type === 'Property' && isFunction(data.value) ? returnsOf(data.value) : [];
  return returned.flatMap((one) =>
    one.type === 'ObjectExpression' ? one.properties.filter((property) => property.type === 'Property') : [],
  );
}
