import { calleeName } from '../syntax/functions.ts';
import type { Node } from '../syntax/nodes.ts';
import { bare, memberName } from '../syntax/nodes.ts';
import { originOf } from './origin.ts';
import type { SourceFile } from '../syntax/source-file.ts';

/**
 * Whether an expression is one of the things of their own that a team names in its settings.
 *
 * @param names `cleanHtml` for whatever is called so, `html.clean` for a member, `@acme/html#clean` (`#default`) for an export.
 */
export function isNamedBy(file: SourceFile, node: Node, names: readonly string[]): boolean {
  if (names.length === 0) return false;
  const path = pathOf(node);
  const origin = originOf(file, node);
  return names.some((name) =>
    name.includes('#') ? origin === name.replace(/#default$/, '#') : path !== undefined && (path === name || path.endsWith(`.${name}`)),
  );
}

/** `html.clean` of `this.html.clean`, `html()` of a call that gives it. Undefined where a step is computed. */
function pathOf(node: Node): string | undefined {
  const inner = bare(node);
  switch (inner.type) {
    case 'Identifier':
      return inner.name;
    case 'ThisExpression':
      return 'this';
    case 'MemberExpression': {
      const [object, name] = [pathOf(inner.object), memberName(inner)];
      return name === undefined ? undefined : object === undefined ? name : `${object}.${name}`;
    }
    case 'CallExpression':
      return calleeName(inner);
    default:
      return undefined;
  }
}
