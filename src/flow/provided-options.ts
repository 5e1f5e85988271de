import { returnsOf } from '../syntax/functions.ts';
import type { Node } from '../syntax/nodes.ts';
import { isFunction, propertyName } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { nodesOf, perFile } from '../syntax/source-file.ts';
import type { Location, Path } from './location.ts';
import { locationsOf } from './location.ts';
import { optionGroupOf } from './this-host.ts';

const provided = perFile((file): readonly Node[] =>
  nodesOf(file, 'Property').flatMap((one) => {
    if (one.parent.type !== 'ObjectExpression' || optionGroupOf(one) !== 'provided') return [];
    return isFunction(one.value) ? returnsOf(one.value) : [one.value];
  }),
);

/** What a file's components provide in their options: `provide() { return { session: this.session }; }`. */
export function providedByOptions(file: SourceFile, path: Path): Location[] {
  return locationsOf(file, provided(file), path);
}

/** The key of what a component takes under a name: `inject: ['session']`, `inject: { user: 'session', me: { from: 'session' } }`. */
export function injectedKey(list: Node, name: string): string | undefined {
  if (list.type === 'ArrayExpression') return list.elements.some((one) => textOf(one) === name) ? name : undefined;
  const own =
    list.type === 'ObjectExpression' ? list.properties.find((one) => one.type === 'Property' && propertyName(one) === name) : undefined;
  if (own?.type !== 'Property') return undefined;
  const from =
    own.value.type === 'ObjectExpression'
      ? own.value.properties.find((one) => one.type === 'Property' && propertyName(one) === 'from')
      : undefined;
  return textOf(from?.type === 'Property' ? from.value : own.value) ?? (own.value.type === 'ObjectExpression' ? name : undefined);
}

function textOf(node: Node | null | undefined): string | undefined {
  return node?.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined;
}
