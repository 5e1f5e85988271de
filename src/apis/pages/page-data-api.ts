import { returnsOf } from '../../syntax/functions.ts';
import type { FunctionNode, Node } from '../../syntax/nodes.ts';
import { functionName } from '../../syntax/nodes.ts';
import { shapeOf } from '../../flow/objects.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf } from '../../syntax/source-file.ts';
import type { Place } from '../../flow/resolve.ts';

/** A value that a server hands to a page, where it stands in the HTML or in a script beside it. */
export interface PageValue {
  /** What is reported: the property or attribute. */
  readonly node: Node;
  readonly name: string;
  readonly value: Place;
  /** How it is handed over, for people: `getServerSideProps`. */
  readonly way: string;
}

/** A framework's way of handing data to pages. */
export interface PageDataApi {
  readonly id: string;
  /** Text without which no file can use it. */
  readonly hint: RegExp;
  values(file: SourceFile): Iterable<PageValue>;
}

/** The functions of a file by their names: `export async function loader`, `export const loader = wrap(async () => …)`. */
export function* functionsNamed(file: SourceFile, name: RegExp): Generator<{ readonly fn: FunctionNode; readonly name: string }> {
  for (const type of ['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'] as const) {
    for (const fn of nodesOf(file, type)) {
      const own = functionName(fn);
      if (own !== undefined && name.test(own)) yield { fn, name: own };
    }
  }
}

/** The properties of an object that is handed over. */
export function* propertiesOf(place: Place, at: SourceFile, way: string): Generator<PageValue> {
  for (const { name, file, node, value } of shapeOf(place)?.entries.values() ?? []) {
    yield { node: file === at ? node : place.node, name, value: { file, node: value }, way };
  }
}

/** What a function returns, and what the functions that it returns do: `wrapper((store) => async (context) => …)`. */
export function returnedBy(fn: FunctionNode, depth = 2): Node[] {
  return returnsOf(fn).flatMap((one) =>
    (one.type === 'ArrowFunctionExpression' || one.type === 'FunctionExpression') && depth > 0 ? returnedBy(one, depth - 1) : [one],
  );
}
