import { parseFile } from '../parsing/parse.ts';
import type { TSESTree } from '../syntax/nodes.ts';
import { propertyName } from '../syntax/nodes.ts';
import { DEFAULT_SETTINGS } from '../syntax/settings.ts';

/** What JSON is put behind to be parsed as an expression. */
const PREFIX = 'module.exports = (';

/**
 * Adds dependencies to the text of a package.json, in the order of the alphabet, and leaves every other line as it is.
 *
 * @returns The new text; the same where nothing is missing.
 */
export function withDependencies(
  text: string,
  field: 'dependencies' | 'devDependencies',
  wanted: Readonly<Record<string, string>>,
): string {
  let result = text;
  for (const [name, range] of Object.entries(wanted)) result = withDependency(result, field, name, range);
  return result;
}

function withDependency(text: string, field: string, name: string, range: string): string {
  const root = rootOf(text);
  if (!root || has(root, 'dependencies', name) || has(root, 'devDependencies', name)) return text;
  const group = groupOf(root, field);
  const put = (at: number, what: string): string => text.slice(0, at - PREFIX.length) + what + text.slice(at - PREFIX.length);
  const written = `"${name}"${colonOf(text, group ?? root)}"${range}"`;
  const last = root.properties.at(-1);
  if (!group)
    return last ? put(last.range[1], `${between(text, root)}"${field}"${colonOf(text, root)}${braces(text, root, written)}`) : text;
  const after = group.properties.findLast((one) => one.type === 'Property' && (propertyName(one) ?? '') < name);
  if (after) return put(after.range[1], between(text, group) + written);
  const [first] = group.properties;
  if (first) return put(first.range[0], written + between(text, group));
  const [start, end] = [group.range[0] - PREFIX.length, group.range[1] - PREFIX.length];
  return text.slice(0, start) + braces(text, root, written) + text.slice(end);
}

/** What stands between two entries of an object: a comma, and a new line or what parts them on one. */
function between(text: string, object: TSESTree.ObjectExpression): string {
  const [first, second] = object.properties;
  if (!first) return ', ';
  const start = first.range[0] - PREFIX.length;
  if (/^\s*\n/.test(text.slice(object.range[0] + 1 - PREFIX.length, start))) return `,${lineEndOf(text)}${indentBefore(text, start)}`;
  return second ? text.slice(first.range[1] - PREFIX.length, second.range[0] - PREFIX.length) : colonOf(text, object) === ':' ? ',' : ', ';
}

/** What stands between an entry's name and its value. */
function colonOf(text: string, object: TSESTree.ObjectExpression): string {
  const [first] = object.properties;
  return first?.type === 'Property' ? text.slice(first.key.range[1] - PREFIX.length, first.value.range[0] - PREFIX.length) : ': ';
}

/** An object of one entry, written as the one that it goes into: on one line or on several. */
function braces(text: string, parent: TSESTree.ObjectExpression, entry: string): string {
  const separator = between(text, parent);
  if (!separator.includes('\n')) return separator === ',' ? `{${entry}}` : `{ ${entry} }`;
  const indent = /[\t ]*$/.exec(separator)![0];
  return `{${lineEndOf(text)}${indent}${indent}${entry}${lineEndOf(text)}${indent}}`;
}

function lineEndOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

function rootOf(text: string): TSESTree.ObjectExpression | undefined {
  try {
    const { ast } = parseFile('/package.json', text, { settings: DEFAULT_SETTINGS });
    const [statement] = ast.body;
    const assignment = statement?.type === 'ExpressionStatement' ? statement.expression : undefined;
    return assignment?.type === 'AssignmentExpression' && assignment.right.type === 'ObjectExpression' ? assignment.right : undefined;
  } catch {
    return undefined;
  }
}

function groupOf(root: TSESTree.ObjectExpression, field: string): TSESTree.ObjectExpression | undefined {
  const property = root.properties.find((one) => one.type === 'Property' && propertyName(one) === field);
  return property?.type === 'Property' && property.value.type === 'ObjectExpression' ? property.value : undefined;
}

function has(root: TSESTree.ObjectExpression, field: string, name: string): boolean {
  return groupOf(root, field)?.properties.some((one) => one.type === 'Property' && propertyName(one) === name) ?? false;
}

function indentBefore(text: string, at: number): string {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  return /^[\t ]*/.exec(text.slice(start))![0];
}
