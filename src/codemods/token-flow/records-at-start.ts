import { importsFrom } from '../../edits/changes.ts';
import { usesRequire } from '../../edits/imports.ts';
import { endWithComment } from '../../edits/statements.ts';
import { quoted, styleOf } from '../../edits/style.ts';
import type { StorageAccess } from '../../apis/storage/index.ts';
import { accessesOf } from '../../exposures/storage-accesses.ts';
import { isCredentialKey } from '../../exposures/storage-keys.ts';
import { storageExposures } from '../../exposures/storage.ts';
import { staticText } from '../../flow/static-text.ts';
import type { Node } from '../../syntax/nodes.ts';
import { enclosingFunction } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf } from '../../syntax/source-file.ts';
import { isTestOfPackage } from '../../syntax/test-files.ts';
import type { CodemodContext } from '../define-codemod.ts';
import { importPath } from '../facts.ts';
import type { CallIndex } from './calls.ts';

/**
 * The session's module takes away what earlier versions of the app stored with a token in it. Where a module reads such a record
 * as it is loaded, into the beginning of a store's state, the session's module is loaded before: else whoever was signed in is
 * shown as signed in once more.
 */
export function loadSessionBeforeRecords(contexts: ReadonlyMap<SourceFile, CodemodContext>, index: CallIndex): void {
  const records = new Set([...contexts.keys()].flatMap(recordsIn));
  for (const context of records.size === 0 ? [] : contexts.values())
    if (!isTestOfPackage(context.file.path)) loadBefore(context, contexts, { records, index });
}

/** Where the app stored objects with a token in them. */
function recordsIn(file: SourceFile): string[] {
  return storageExposures(file).flatMap(({ key, access }) =>
    key.text !== undefined && !isCredentialKey(key.reading) ? [recordOf(file, access)] : [],
  );
}

function recordOf(file: SourceFile, { storage, key }: StorageAccess): string {
  return `${storage} ${String(key && (key.text ?? staticText(file, key.node)))}`;
}

interface Known {
  readonly records: ReadonlySet<string>;
  readonly index: CallIndex;
}

function loadBefore(context: CodemodContext, contexts: ReadonlyMap<SourceFile, CodemodContext>, { records, index }: Known): void {
  const { file, changes } = context;
  const imports = nodesOf(file, 'ImportDeclaration').filter((one) => !changes.goes(one));
  const last = imports.at(-1);
  const loaded = new Set(imports.map((one) => file.links?.pathOf(file, one.source.value)));
  const loading = [...contexts.values()].filter((one) => one === context || loaded.has(one.file.path));
  if (!last || usesRequire(file) || loading.some(loadsSession)) return;
  const isRead = accessesOf(file).some(
    (access) =>
      access.operation === 'read' && records.has(recordOf(file, access)) && !changes.isGone(access.node) && isLoaded(access.node, index),
  );
  if (!isRead) return;
  const style = styleOf(file);
  const source = quoted(style, importPath(file.path, context.facts.client.session));
  changes.insert(endWithComment(file.text, last), `${style.lineEnd}import ${source}${style.semicolon}`);
}

function loadsSession({ file, changes, facts }: CodemodContext): boolean {
  const source = importPath(file.path, facts.client.session);
  return changes.imports.some((one) => one.source === source) || importsFrom(file, source).length > 0;
}

/** Whether code runs as its module is loaded, by itself or by a function that is called then. */
function isLoaded(node: Node, index: CallIndex, steps = 3): boolean {
  const fn = enclosingFunction(node);
  if (!fn) return true;
  return steps > 0 && index.callsTo(fn).some((call) => isLoaded(call.node, index, steps - 1));
}
