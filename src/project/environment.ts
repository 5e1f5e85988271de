import path from 'node:path';
import { callsOf } from '../syntax/functions.ts';
import type { Node } from '../syntax/nodes.ts';
import { originOf } from '../flow/origin.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { nodesOf } from '../syntax/source-file.ts';
import { importedModules } from '../syntax/imports.ts';
import type { ModuleImport } from '../templates/module.ts';

/**
 * What a generated module has to import so that the variables of `.env` are there when it reads them. ES modules run
 * before whatever stands below their import: `dotenv.config()` in the file that starts the server is too late for them.
 * In CommonJS code runs in the order in which it stands, and a `dotenv` at the head of the file that starts is soon enough.
 */
export function environmentImports(files: readonly SourceFile[], isCommonJs: boolean, target: string): readonly ModuleImport[] {
  const loader = files.find((file) => importedModules(file).has('dotenv/config') || configCall(file) !== undefined);
  if (!loader) return [];
  const call = configCall(loader);
  if (isCommonJs && loadsFirst(loader, call)) return [];
  if (!call || call.arguments.length === 0) return [{ source: 'dotenv/config', names: '' }];
  // A file of settings can be run again; the one that starts the server cannot.
  if (importsOwnModules(loader)) return [];
  const relative = path
    .relative(path.dirname(target), loader.path)
    .split(path.sep)
    .join('/')
    .replace(/\.tsx?$/, '.js');
  return [{ source: relative.startsWith('.') ? relative : `./${relative}`, names: '' }];
}

/** `dotenv.config()`: taking the package in loads nothing. */
function configCall(file: SourceFile): (Node & { readonly arguments: readonly Node[] }) | undefined {
  return importedModules(file).has('dotenv') ? callsOf(file).find((one) => originOf(file, one.callee) === 'dotenv#config') : undefined;
}

/** Whether `.env` is read before any module of the app's own is. */
function loadsFirst(file: SourceFile, call: Node | undefined): boolean {
  const at =
    call?.range[0] ??
    nodesOf(file, 'CallExpression').find(
      ({ callee, arguments: [source] }) =>
        callee.type === 'Identifier' && callee.name === 'require' && source?.type === 'Literal' && source.value === 'dotenv/config',
    )?.range[0];
  if (at === undefined) return false;
  const own = ownRequires(file);
  return own.every((one) => one.range[0] > at);
}

function ownRequires(file: SourceFile): Node[] {
  return nodesOf(file, 'CallExpression').filter(
    ({ callee, arguments: [source] }) =>
      callee.type === 'Identifier' &&
      callee.name === 'require' &&
      source?.type === 'Literal' &&
      typeof source.value === 'string' &&
      source.value.startsWith('.'),
  );
}

function importsOwnModules(file: SourceFile): boolean {
  return [...importedModules(file)].some((source) => source.startsWith('.'));
}
