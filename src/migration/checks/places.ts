import { existsSync } from 'node:fs';
import path from 'node:path';
import { sessionPathsOf } from '../../codemods/facts.ts';
import { isPage } from '../../parsing/scripts.ts';
import { isWritten } from '../../project/discover.ts';
import { outside } from '../../project/contained.ts';
import type { PlannedFile } from '../../project/planned-file.ts';
import { resolveValue } from '../../flow/resolve.ts';
import { argumentAt, calleeName, callsOf } from '../../syntax/functions.ts';
import { importedModules } from '../../syntax/imports.ts';
import { manifestOf } from '../../syntax/package-manifest.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { textOf } from '../../syntax/source-file.ts';
import { isTestFile } from '../../syntax/test-files.ts';
import { toldPath } from '../file-lines.ts';
import type { Check, CheckFailure, PlannedProject } from './check.ts';

/** Nothing is written outside of the root, into build output, where something else makes it, loads it or takes it for a test. */
export const standsWhereItMay: Check = {
  kind: 'stands where it may',
  stops: true,
  *run(result) {
    for (const file of result.planned) {
      const reason = misplaced(file, result) ?? importedFromApart(file, result);
      if (reason === undefined) continue;
      const name = toldPath(result.root, file.path);
      yield { kind: 'stands where it may', file: name, line: 1, text: reason };
    }
  },
};

function misplaced(file: PlannedFile, result: PlannedProject): string | undefined {
  const { root } = result;
  const named = outside(root, file.path);
  if (named !== undefined) return named;
  const relative = toldPath(root, file.path);
  if (!isWritten(relative)) return 'it is built, bundled or vendored, and what makes it would write over it';
  const twin = ['.ts', '.tsx'].map((one) => file.path.replace(/\.jsx?$/, one)).find((one) => one !== file.path && existsSync(one));
  if (twin !== undefined) return `it is compiled of ${path.basename(twin)}, which would write over it`;
  if (file.before !== undefined || !/\.[cm]?[jt]sx?$/.test(relative)) return undefined;
  return loadedOrTested(file, result);
}

/**
 * A package does not import the session of an app that is built on it, nor one app that of another: what one may import is no
 * other's. Nor does the session's module of a package import what an app has.
 */
function importedFromApart({ path: file }: PlannedFile, { root, sources, survey }: PlannedProject): string | undefined {
  const session = survey.facts.client.session.path;
  const source = sources.find((one) => one.path === file);
  const own = manifestOf(file);
  if (!source || own?.name === undefined || (!source.before && file !== session)) return undefined;
  const known = new Set(source.before ? importedFolders(source.before) : []);
  const apart = importedFolders(source.after).find((one) => one !== own.directory && !known.has(one));
  const name = apart === undefined ? undefined : manifestOf(path.join(apart, 'index.js'))?.name;
  if (apart === undefined || name === undefined || own.dependencies.has(name)) return undefined;
  return `it would import a module of ${toldPath(root, apart)}, a package that its own does not depend on`;
}

/** The packages of which a file imports modules. */
function importedFolders(file: SourceFile): string[] {
  return [...importedModules(file)].flatMap((source) => {
    const imported = file.links?.pathOf(file, source);
    // A library is asked for by the plan; a package of the workspace is linked from where it stands.
    const isOfProject = imported !== undefined && !imported.split(path.sep).includes('node_modules');
    return (isOfProject && manifestOf(imported)?.directory) || [];
  });
}

/** A module that is made must not be taken for a route or a test because of the folder it stands in. */
function loadedOrTested({ path: file }: PlannedFile, { root, concerned, survey }: PlannedProject): string | undefined {
  const { sessionCookie, csrfCheck, csrfToken, requireEnv } = survey.facts.server;
  const isOfClient = sessionPathsOf(survey.facts.client).has(file);
  const ours = isOfClient || [sessionCookie, csrfCheck, csrfToken, requireEnv].some((one) => one.path === file);
  if (ours && isTestFile(file, root)) return 'it is used by the app, and its folder is one of tests';
  const folder = path.dirname(file);
  const loader = concerned.find((one) => loads(one, folder));
  return loader && `${path.relative(root, loader.path)} loads every file of its folder by itself, and would take it for one of those`;
}

/** Whether a file reads the names of a folder's files and loads them. */
function loads(file: SourceFile, folder: string): boolean {
  const { text, path: own } = file;
  if (!/\breaddir(?:Sync)?\(|\bglob(?:Sync)?\(|require-?(?:all|dir)|@fastify\/autoload/i.test(text) || !/\brequire\(|\bimport\(/.test(text))
    return false;
  if (!folder.startsWith(path.dirname(own))) return false;
  const listed = callsOf(file).flatMap((call) => (/^readdir(?:Sync)?$/.test(calleeName(call) ?? '') ? [argumentAt(call, 0)] : []));
  // What names no folder here, and a library that is told one, may mean any that the text names.
  if (listed.length === 0) return names(text, folder);
  return listed.some((one) => {
    const { file: home, node } = one ? resolveValue({ file, node: one }) : { file, node: undefined };
    const words = node ? textOf(home, node) : text;
    if (/['"`]/.test(words)) return names(words, folder);
    return /^(?:__dirname|import\.meta\.dirname)$/.test(words) ? path.dirname(own) === folder : names(text, folder);
  });
}

/** Whether code names a folder by its last part: `'routes'`, `'./routes'`, `/routes/*.js`. */
function names(code: string, folder: string): boolean {
  return new RegExp(`['"\`/]${path.basename(folder).replace(/[^\w-]/g, '\\$&')}['"\`/*]`).test(code);
}

/** A script that a page loads as a classic one holds no `import`. */
export const keepsScriptsClassic: Check = {
  kind: 'keeps scripts classic',
  stops: true,
  *run(result) {
    const modules = result.sources.filter(({ after }) => after.ast.body.some(({ type }) => /^(?:Import|Export)/.test(type)));
    if (modules.length === 0) return;
    for (const page of result.project.paths.filter((one) => isPage(one))) {
      const html = result.project.textOf(page) ?? '';
      for (const { name, path: file } of modules) if (isClassicIn(html, page, file, result.root)) yield classic(name, page, result.root);
    }
  },
};

function isClassicIn(html: string, page: string, file: string, root: string): boolean {
  if (page === file)
    return [...html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script/gi)].some((one) => !isModule(one[1]!) && /^\s*import\s/m.test(one[2]!));
  return [...html.matchAll(/<script\b([^>]*)>/gi)].some(([, attributes = '']) => {
    const source = /\bsrc\s*=\s*["']?([^"'\s>?#]+)/i.exec(attributes)?.[1];
    if (source === undefined || isModule(attributes) || /^(?:[a-z]+:)?\/\//i.test(source)) return false;
    if (!source.startsWith('/')) return path.resolve(path.dirname(page), source) === file;
    return `/${path.relative(root, file).split(path.sep).join('/')}`.endsWith(source);
  });
}

function isModule(attributes: string): boolean {
  return /\btype\s*=\s*["']?module/i.test(attributes);
}

function classic(name: string, page: string, root: string): CheckFailure {
  return {
    kind: 'keeps scripts classic',
    file: name,
    line: 1,
    text:
      `${path.relative(root, page)} loads it as a classic script, in which an import is an error. Load it with ` +
      'type="module", or move its requests by hand',
  };
}
