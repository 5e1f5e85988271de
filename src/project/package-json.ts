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
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const entry = `"${name}": "${range}"`;
  if (!group) {
    const last = root.properties.at(-1);
    if (!last) return text;
    const at = last.range[1] - PREFIX.length;
    const indent = indentBefore(text, last.range[0] - PREFIX.length);
    return `${text.slice(0, at)},${lineEnd}${indent}"${field}": {${lineEnd}${indent}${indent}${entry}${lineEnd}${indent}}${text.slice(at)}`;
  }
  const after = group.properties.findLast((one) => one.type === 'Property' && (propertyName(one) ?? '') < name);
  const first = group.properties[0];
  if (after) {
    const at = after.range[1] - PREFIX.length;
    return `${text.slice(0, at)},${lineEnd}${indentBefore(text, after.range[0] - PREFIX.length)}${entry}${text.slice(at)}`;
  }
  if (first) {
    const at = first.range[0] - PREFIX.length;
    return `${text.slice(0, at)}${entry},${lineEnd}${indentBefore(text, at)}${text.slice(at)}`;
  }
  const at = group.range[0] + 1 - PREFIX.length;
  const indent = indentBefore(text, group.range[0] - PREFIX.length);
  return `${text.slice(0, at)}${lineEnd}${indent}${indent}${entry}${lineEnd}${indent}${text.slice(group.range[1] - 1 - PREFIX.length)}`;
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
