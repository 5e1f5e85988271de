import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { changesTo } from '../codemods/define-codemod.ts';
import type { Changes } from '../edits/changes.ts';
import { render } from '../edits/render.ts';
import { resolveValue } from '../flow/resolve.ts';
import { parseFile } from '../parsing/parse.ts';
import { calleeName } from '../syntax/functions.ts';
import type { Node, TSESTree } from '../syntax/nodes.ts';
import { bare, propertyName } from '../syntax/nodes.ts';
import { DEFAULT_SETTINGS } from '../syntax/settings.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { nodesOf, textOf } from '../syntax/source-file.ts';
import type { PlannedFile } from './planned-file.ts';

const PLUGIN = 'eslint-plugin-httponly';

/** What is to become of a linter's configuration: a change of it, nothing since it has the plugin, or a reason why it is left alone. */
export type PlannedConfig =
  | { readonly kind: 'changed'; readonly linter: 'eslint' | 'oxlint'; readonly file: PlannedFile }
  | { readonly kind: 'there'; readonly linter: 'eslint' | 'oxlint'; readonly path: string }
  | { readonly kind: 'left'; readonly path: string; readonly reason: string };

const ESLINT = ['js', 'mjs', 'cjs', 'ts', 'mts', 'cts'].map((extension) => `eslint.config.${extension}`);
const OXLINT = '.oxlintrc.json';

/**
 * Adds a preset of the plugin to the configurations of linters that stand in a folder. Nothing of them is executed: one whose shape
 * is not known is left alone.
 *
 * @param root Absolute.
 * @returns One for each configuration; none where there is none.
 * @throws {UnparsableError} Where a configuration is no program, or no JSON.
 */
export function planLinterConfigs(root: string, preset: string): PlannedConfig[] {
  const names = [ESLINT.find((name) => existsSync(path.join(root, name))), existsSync(path.join(root, OXLINT)) ? OXLINT : undefined];
  return names.flatMap((name) => (name === undefined ? [] : [planOne(path.join(root, name), preset)]));
}

function planOne(filePath: string, preset: string): PlannedConfig {
  const before = readFileSync(filePath, 'utf8');
  const isJson = path.basename(filePath) === OXLINT;
  const linter = isJson ? 'oxlint' : 'eslint';
  if (before.includes(PLUGIN)) return { kind: 'there', linter, path: filePath };
  const mark = before.startsWith('\uFEFF') ? '\uFEFF' : '';
  const text = before.slice(mark.length);
  // JSON, which may have comments, is read as the expression that it is.
  const file = parseFile(isJson ? `${filePath}.js` : filePath, isJson ? `(${text})` : text, { settings: DEFAULT_SETTINGS });
  const changes = changesTo(file);
  const reason = isJson ? extendOxlint(changes, preset) : extendEslint(changes, preset);
  if (reason !== undefined) return { kind: 'left', path: filePath, reason };
  const after = mark + (isJson ? render(changes)!.slice(1, -1) : render(changes)!);
  return { kind: 'changed', linter, file: { path: filePath, before, after, because: [`${preset} preset`] } };
}

/** Functions that take configurations as their arguments, or as a list, and return a configuration. */
const TAKES_CONFIGS = /^(?:defineConfig|config|withNuxt|defineConfigWithVueTs|antfu)$/;

/** @returns Why it is left alone, where it is. */
function extendEslint(changes: Changes, preset: string): string | undefined {
  const { file } = changes;
  const list = listOfConfigs(file);
  if (!list) return 'what it exports is put together in a way that is not known';
  changes.addEntry(list, `httponly.configs.${preset}`);
  changes.addImport({ source: PLUGIN, imported: 'default', local: 'httponly' });
  return undefined;
}

/** The list, or the call, that takes the configurations. */
function listOfConfigs(file: SourceFile): Node | undefined {
  const exported = exportedBy(file);
  if (!exported) return undefined;
  const { file: home, node } = resolveValue({ file, node: exported });
  const value = bare(node);
  if (home !== file) return undefined;
  if (value.type === 'ArrayExpression') return value;
  if (value.type !== 'CallExpression' || !TAKES_CONFIGS.test(calleeName(value) ?? '')) return undefined;
  const [first] = value.arguments;
  // `antfu()` takes its own options first.
  if (!first) return undefined;
  return first.type === 'ArrayExpression' && value.arguments.length === 1 ? first : value;
}

/** `export default …`, `module.exports = …`. */
function exportedBy(file: SourceFile): Node | undefined {
  const [declared] = nodesOf(file, 'ExportDefaultDeclaration');
  if (declared) return declared.declaration;
  return nodesOf(file, 'AssignmentExpression').find(({ left }) => textOf(file, left) === 'module.exports')?.right;
}

/** @returns Why it is left alone, where it is. */
function extendOxlint(changes: Changes, preset: string): string | undefined {
  const [whole] = nodesOf(changes.file, 'ObjectExpression');
  if (!whole) return 'it is no object';
  const entry = `"./node_modules/${PLUGIN}/dist/oxlint/${preset}.json"`;
  const extended = whole.properties.find((one): one is TSESTree.Property => one.type === 'Property' && propertyName(one) === 'extends');
  if (extended && extended.value.type !== 'ArrayExpression') return 'its `extends` is no list';
  changes.addEntry(extended?.value ?? whole, extended ? entry : `"extends": [${entry}]`);
  return undefined;
}

/** The lines by which a person adds the plugin to a configuration. */
export function linesFor(filePath: string, preset: string): string[] {
  const isRequired = filePath.endsWith('.cjs') || filePath.endsWith('.cts');
  return [
    isRequired ? `const httponly = require('${PLUGIN}');` : `import httponly from '${PLUGIN}';`,
    `httponly.configs.${preset},   // the last of the configurations that it exports`,
  ];
}
