import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { styleOf } from '../edits/style.ts';
import { usesRequire } from '../edits/imports.ts';
import { manifestOf } from '../syntax/package-manifest.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { nodesOf } from '../syntax/source-file.ts';
import type { ModuleForm } from '../templates/module.ts';

/** The form in which a module beside a file is written: its language, its kind of modules, its style. */
export function formBeside(file: SourceFile): ModuleForm {
  const style = styleOf(file);
  const isTypeScript =
    /\.[cm]?tsx?$/.test(file.path) || /<script\s(?:[^>]*\s)?lang=["']ts/.test(file.path.endsWith('.vue') ? file.text : '');
  return {
    language: isTypeScript ? 'ts' : 'js',
    modules: usesRequire(file) ? 'cjs' : 'esm',
    ...(isTypeScript && !hasTypeImports(path.dirname(file.path)) && { withoutTypeImports: true }),
    style: { quote: style.quote, semicolon: style.semicolon, indent: style.indent, lineEnd: style.lineEnd },
  };
}

/** Whether the project's TypeScript knows `import type`, as from 3.8 on: what is installed says it, else what is asked for. */
function hasTypeImports(directory: string): boolean {
  for (let at = directory; ; at = path.dirname(at)) {
    const installed = readJson(path.join(at, 'node_modules', 'typescript', 'package.json'))?.['version'];
    const manifest = readJson(path.join(at, 'package.json'));
    const asked = ['devDependencies', 'dependencies'].map(
      (group) => (manifest?.[group] as Readonly<Record<string, unknown>> | undefined)?.['typescript'],
    );
    const said = [installed, ...asked].find((one) => typeof one === 'string');
    const [, major, minor] = /^[~=v]?(\d+)\.(\d+)/.exec(said ?? '') ?? [];
    if (major !== undefined) return Number(major) > 3 || (Number(major) === 3 && Number(minor) >= 8);
    if (said !== undefined || at === path.dirname(at)) return true;
  }
}

/** Whether imports in a file's package name the extension of the app's own modules. */
export function namesExtensions(file: SourceFile, siblings: readonly SourceFile[]): boolean {
  const directory = manifestOf(file.path)?.directory;
  const sources = siblings
    .filter((one) => manifestOf(one.path)?.directory === directory)
    .flatMap((one) => nodesOf(one, 'ImportDeclaration').map(({ source }) => source.value))
    .filter((source) => source.startsWith('.') && !/\.(?:css|scss|svg|png|json|vue|svelte)$/.test(source));
  const named = sources.filter((source) => /\.[cm]?[jt]sx?$/.test(source)).length;
  return sources.length > 0 ? named > sources.length / 2 : packageType(file.path) === 'module' && !/\.tsx?$/.test(file.path);
}

/** `type` of the nearest package.json: how Node reads its .js files. */
function packageType(filePath: string): 'module' | 'commonjs' {
  const directory = manifestOf(filePath)?.directory;
  return directory !== undefined && readJson(path.join(directory, 'package.json'))?.['type'] === 'module' ? 'module' : 'commonjs';
}

/** A JSON file's object, or undefined where it is none. */
export function readJson(file: string): Record<string, unknown> | undefined {
  try {
    const json: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return typeof json === 'object' && json !== null ? (json as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** A short name for the app, with which its cookies and keys begin. */
export function appName(root: string, serverDirectory: string): string {
  const named = [root, serverDirectory]
    .map((directory) => readJson(path.join(directory, 'package.json'))?.['name'])
    .map((name) => (typeof name === 'string' ? name : '').replace(/^@([^/]+)\/.*$/, '$1'))
    .find((name) => name !== '' && !/^(?:backend|server|api|app|client|frontend|web|root|monorepo|my-app|project)$/.test(name));
  return (
    (named ?? path.basename(root))
      .toLowerCase()
      .replace(/[^a-z\d]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 40) || 'app'
  );
}

/** A path of a module that is not there yet: the wanted name, else the next. */
export function freshPath(directory: string, names: readonly string[], extension: string): string {
  const free = names.find((name) =>
    ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.jsx'].every((one) => !existsSync(path.join(directory, name + one))),
  );
  return path.join(directory, (free ?? `${names[0]!}-http`) + extension);
}
