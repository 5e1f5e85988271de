import type { ClassNode, FunctionNode } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { elementsOf } from './calls.ts';
import type { Location, Path } from './location.ts';
import { locationsOf } from './location.ts';

/** `<Nav token={token} />`: what a component's elements give it under a name. */
export function attributesGiven(file: SourceFile, component: FunctionNode | ClassNode, path: Path): Location[] {
  const [name, ...rest] = path;
  if (name === undefined) return [];
  return elementsOf(file, component).flatMap(({ file: home, node }) =>
    node.attributes.flatMap((attribute): Location[] => {
      if (attribute.type === 'JSXSpreadAttribute') return locationsOf(home, [attribute.argument], path);
      if (attribute.name.name !== name || !attribute.value) return [];
      const value = attribute.value.type === 'JSXExpressionContainer' ? attribute.value.expression : attribute.value;
      return value.type === 'JSXEmptyExpression' ? [] : locationsOf(home, [value], rest);
    }),
  );
}
