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

/**
 * The same for a module of pages, with the syntax that what builds them reads. A server's modules are not written out: `??` is not
 * `||` for all that they ask, and where their tools are as old the plan is refused.
 */
export function formOfPages(file: SourceFile): ModuleForm {
  return { ...formBeside(file), ...(lacksOptionalChaining(path.dirname(file.path)) && { withoutOptionalChaining: true }) };
}

/** Whether the project's TypeScript knows `import type`, as from 3.8 on. */
function hasTypeImports(directory: string): boolean {
  return !isOlder(directory, 'typescript', 3, 8);
}

/**
 * What builds pages, with the version as from which it reads `?.` and `??`: https://create-react-app.dev/docs/supported-browsers-features,
 * https://cli.vuejs.org/migrating-from-v3, https://babeljs.io/blog/2020/01/11/7.8.0,
 * https://www.typescriptlang.org/docs/handbook/release-notes/typescript-3-7.html
 */
const READS_OPTIONAL_CHAINING: readonly (readonly [name: string, major: number, minor: number])[] = [
  ['react-scripts', 3, 3],
  ['@vue/cli-service', 4, 2],
  ['@babel/core', 7, 8],
  ['babel-core', 7, 8],
  ['next', 9, 2],
  ['gatsby', 2, 19],
  ['typescript', 3, 7],
];

/** Whether one of the tools that build the package of a folder is older than `?.` and `??`. */
export function lacksOptionalChaining(directory: string): boolean {
  return READS_OPTIONAL_CHAINING.some(([name, major, minor]) => isOlder(directory, name, major, minor));
}

/** Whether a package is older than a version: what is installed says it, else what is asked for, in the nearest folder that does. */
function isOlder(directory: string, name: string, major: number, minor: number): boolean {
  for (let at = directory; ; at = path.dirname(at)) {
    const manifest = readJson(path.join(at, 'package.json'));
    const asked = ['devDependencies', 'dependencies'].map(
      (group) => (manifest?.[group] as Readonly<Record<string, unknown>> | undefined)?.[name],
    );
    // What another package has brought along builds nothing; TypeScript may be the workspace's, asked for further up.
    const installed = asked.some((one) => one !== undefined) || name === 'typescript' ? installedVersion(at, name) : undefined;
    const said = [installed, ...asked].find((one) => typeof one === 'string');
    const [, ...version] = /^[~^=v]*(\d+)\.(\d+)/.exec(said ?? '') ?? [];
    const [own, ownMinor] = version.map(Number);
    // `^3.1.0` may be any later 3; what is installed says which.
    if (own !== undefined && ownMinor !== undefined)
      return own < major || (own === major && ownMinor < minor && (said === installed || !said!.startsWith('^')));
    if (said !== undefined || at === path.dirname(at)) return false;
  }
}

function installedVersion(directory: string, name: string): unknown {
  return readJson(path.join(directory, 'node_modules', name, 'package.json'))?.['version'];
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
  const manifests = [root, serverDirectory]
    .map((directory) => readJson(path.join(directory, 'package.json'))?.['name'])
    .map((name) => (typeof name === 'string' ? name : '').replace(/^@([^/]+)\/.*$/, '$1'))
    .map(plain);
  const named = [...manifests, plain(path.basename(root))].find((name) => name !== '' && !saysNothing(name));
  return named?.slice(0, 40).replace(/-$/, '') ?? 'app';
}

function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** Names of parts of any app, and those that the makers of new projects give: `vite-project`, `my-react-app`. */
function saysNothing(name: string): boolean {
  return name.split('-').every((word) => OF_ANY_APP.has(word));
}

const OF_ANY_APP = new Set(
  (
    'angular api app application back backend boilerplate client code cra create demo dev end example express folder front ' +
    'frontend full fullstack init javascript js jsx main mean mern mevn monorepo my nest nestjs new next node nodejs nuxt ' +
    'package packages pages project quickstart react repo rest root rtk sample server service site source spa src stack ' +
    'starter svelte temp template test the tmp ts tsx typescript ui untitled vanilla vite vue web webapp website with ' +
    'workspace'
  ).split(' '),
);

/** A path of a module that is not there yet: the wanted name, else the next. */
export function freshPath(directory: string, names: readonly string[], extension: string): string {
  const free = names.find((name) =>
    ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.jsx'].every((one) => !existsSync(path.join(directory, name + one))),
  );
  return path.join(directory, (free ?? `${names[0]!}-http`) + extension);
}
