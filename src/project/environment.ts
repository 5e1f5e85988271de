import path from 'node:path';
import { callsOf } from '../syntax/functions.ts';
import type { Node } from '../syntax/nodes.ts';
import { originOf } from '../flow/origin.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { nodesOf } from '../syntax/source-file.ts';
import { importedModules } from '../syntax/imports.ts';
import type { ModuleImport } from '../templates/module.ts';

/** How the variables of `.env` come to a generated module that reads them when it is loaded. */
export interface EnvironmentLoading {
  /** What the module has to import before. */
  readonly imports: readonly ModuleImport[];
  /** The call that reads them too late for it, where no import helps. */
  readonly late?: { readonly file: SourceFile; readonly node: Node };
}

/**
 * How the variables of `.env` are there when a generated module reads them. ES modules run before whatever stands below their
 * import: `dotenv.config()` in the file that starts the server is too late for them. In CommonJS code runs in the order in which it
 * stands, and a `dotenv` at the head of the file that starts is soon enough.
 *
 * @param app The file that creates the server's app.
 */
export function environmentLoading(files: readonly SourceFile[], app: SourceFile, isCommonJs: boolean, target: string): EnvironmentLoading {
  const loader = loaderOf(files, app);
  if (!loader) return { imports: [] };
  const call = configCall(loader);
  if (isCommonJs && loadsFirst(loader, call)) return { imports: [] };
  if (!call || call.arguments.length === 0) return { imports: [{ source: 'dotenv/config', names: '' }] };
  // A file of settings can be run again; the one that starts the server cannot.
  if (importsOwnModules(loader)) return { imports: [], late: { file: loader, node: call } };
  const relative = path
    .relative(path.dirname(target), loader.path)
    .split(path.sep)
    .join('/')
    .replace(/\.tsx?$/, '.js');
  return { imports: [{ source: relative.startsWith('.') ? relative : `./${relative}`, names: '' }] };
}

/** The file by which the server has its `.env`: the app's, one that starts it, one of settings. A script that fills a database is none. */
function loaderOf(files: readonly SourceFile[], app: SourceFile): SourceFile | undefined {
  const loaders = files.filter((file) => importedModules(file).has('dotenv/config') || configCall(file) !== undefined);
  return (
    loaders.find((file) => file === app) ??
    loaders.find((file) => importsFile(file, app)) ??
    loaders.find((file) => importsFile(app, file)) ??
    loaders.find((file) => !importsOwnModules(file))
  );
}

function importsFile(file: SourceFile, other: SourceFile): boolean {
  const whole = (name: string): string => name.replace(/\.[cm]?[jt]sx?$/, '').replace(/[/\\]index$/, '');
  return [...importedModules(file)].some(
    (source) => source.startsWith('.') && whole(path.resolve(path.dirname(file.path), source)) === whole(other.path),
  );
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
