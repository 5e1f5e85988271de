import { pagesOf } from '../project/pages.ts';
import type { Project } from '../project/project.ts';
import { manifestOf } from '../syntax/package-manifest.ts';
import { importedModules } from '../syntax/imports.ts';
import { runtimeOf } from '../syntax/runtime.ts';
import { isTestFile } from '../syntax/test-files.ts';
import type { Node } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { nodesOf } from '../syntax/source-file.ts';

/** Code that a server or client may have although none of our words stand in it: routers, providers. */
const STRUCTURE = /express|dotenv|Router\(|axios|createContext|createRoot|supertest/;

/** Code that may log what requests carry: their cookies, from now on. */
const LOGS =
  /\breq(?:uest)?\.(?:headers|cookies|rawHeaders)\b|\b(?:log|dir|info|debug)\([^\n]{0,99}\breq(?:uest)?[,)]|headers\W+authorization/;

/** The files that a migration may concern: those that speak of credentials, and those that use what these export. */
export function concernedFiles(project: Project): SourceFile[] {
  const found = new Set([...project.files(STRUCTURE), ...project.files(LOGS)]);
  // A helper's callers need not speak of tokens: `headers: authHeader()`.
  for (let round = 0; round < 2; round++) {
    const before = found.size;
    const names = exportedNames([...found]);
    if (names.length > 0) for (const file of project.files(new RegExp(`\\b(?:${names.join('|')})\\b`))) found.add(file);
    for (const file of sharing(project, found)) found.add(file);
    if (found.size === before) break;
  }
  return [...found].toSorted((a, b) => a.path.localeCompare(b.path));
}

/** The pages and classic scripts that use names which those found declare for all scripts of a page. */
function sharing(project: Project, found: ReadonlySet<SourceFile>): SourceFile[] {
  const pages = pagesOf(project);
  const known = new Set([...found].map((file) => file.path));
  return [...found].flatMap((file) => {
    if (!file.links?.isShared?.(file)) return [];
    const names =
      file.scopes.globalScope?.variables.filter(({ defs }) => defs.length > 0).map(({ name }) => name.replaceAll('$', '\\$')) ?? [];
    const pattern = new RegExp(`(?<![\\w$.])(?:${names.join('|')})(?![\\w$])`);
    return [...new Set([...pages.besideOn(file.path).values()].flat())].flatMap((one) => {
      if (names.length === 0 || known.has(one) || !pattern.test(project.textOf(one) ?? '')) return [];
      return project.file(one) ?? [];
    });
  });
}

/** The names by which others may use what files with credentials in them export, as parts of a pattern. */
function exportedNames(files: readonly SourceFile[]): string[] {
  const names = files
    .filter(({ text }) => /token|jwt|bearer|authorization/i.test(text))
    .flatMap((file) => [...namedExports(file), ...defaultExports(file), ...commonJsExports(file), moduleName(file)]);
  return [...new Set(names)]
    .filter((name) => name.length > 3 && /^[\w$]+$/.test(name) && name !== 'index' && name !== 'default')
    .map((name) => name.replaceAll('$', '\\$'));
}

/** `export function a`, `export const b`, `export { c }`. */
function namedExports(file: SourceFile): string[] {
  return nodesOf(file, 'ExportNamedDeclaration').flatMap(({ declaration, specifiers }) => [
    ...(declaration ? declaredNames(declaration) : []),
    ...specifiers.flatMap(({ exported }) => identifierName(exported)),
  ]);
}

function declaredNames(declaration: Node): string[] {
  if (declaration.type === 'VariableDeclaration') return declaration.declarations.flatMap(({ id }) => identifierName(id));
  return 'id' in declaration ? identifierName(declaration.id) : [];
}

/** `export default a`, `export default function b`. */
function defaultExports(file: SourceFile): string[] {
  return nodesOf(file, 'ExportDefaultDeclaration').flatMap(({ declaration }) =>
    'id' in declaration && declaration.id ? identifierName(declaration.id) : identifierName(declaration),
  );
}

/** `exports.a = …`, `module.exports = { b, c }`. */
function commonJsExports({ text }: SourceFile): string[] {
  const single = [...text.matchAll(/(?:^|\s)(?:module\.)?exports\.(\w+)\s*=/g)].map((match) => match[1]!);
  const list = /module\.exports\s*=\s*\{([^}]*)\}/.exec(text)?.[1] ?? '';
  return [...single, ...list.split(',').flatMap((name) => /^\s*(\w+)\s*$/.exec(name)?.[1] ?? [])];
}

function moduleName({ path }: SourceFile): string {
  return path.replace(/^.*[/\\]/, '').replace(/\.[^.]+$/, '');
}

function identifierName(node: Node | null | undefined): string[] {
  return node?.type === 'Identifier' ? [node.name] : [];
}

/** How many modules stand between a test and the server that it is about, at most. */
const MOST_BETWEEN = 4;

/**
 * The tests of the server beside those that name one of its packages: tests that import a file of the server, or of such
 * tests, and no page. They are programs, whatever package they lie in.
 */
export function testsOfServer(files: readonly SourceFile[], root: string): ReadonlySet<SourceFile> {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const tests = files.filter((file) => isTestFile(file.path, root) && !/^(?:server|native)$/.test(runtimeOf(file)));
  const found = new Set<SourceFile>();
  const isOfServer = (file: SourceFile): boolean => runtimeOf(file) === 'server' || found.has(file);
  const isPage = (file: SourceFile): boolean => runtimeOf(file) === 'browser' && !isTestFile(file.path, root);
  for (let round = 0; round < MOST_BETWEEN; round++) {
    const before = found.size;
    for (const file of tests) {
      const imported = [...importedModules(file)].flatMap((source) => byPath.get(file.links?.pathOf(file, source) ?? '') ?? []);
      if (imported.some(isOfServer) && !imported.some(isPage)) found.add(file);
    }
    if (found.size === before) break;
  }
  return found;
}

/** Files of front ends: those that run in a browser, and those of which it is not known but that stand beside them. */
export function surveyClientFiles(files: readonly SourceFile[]): SourceFile[] {
  const browsers = new Set(files.filter((file) => runtimeOf(file) === 'browser').map((file) => manifestOf(file.path)?.directory));
  return files.filter(
    (file) => runtimeOf(file) === 'browser' || (runtimeOf(file) === 'unknown' && browsers.has(manifestOf(file.path)?.directory)),
  );
}
