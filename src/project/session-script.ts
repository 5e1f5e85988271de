import path from 'node:path';
import type { CodemodContext } from '../codemods/define-codemod.ts';
import type { GeneratedModule } from '../codemods/facts.ts';
import { importPath } from '../codemods/facts.ts';
import type { Changes } from '../edits/changes.ts';
import { indentationAt, lineEndOf, startsLine } from '../edits/style.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import type { StaticFolder } from './served-pages.ts';
import type { PageScript } from './pages.ts';
import { pagesOf } from './pages.ts';
import type { Project } from './project.ts';

/** The session's script for pages, and the global by which scripts use it. */
export type SessionScript = GeneratedModule & { readonly global: string };

/** A page that has to load the session's script and of which it is not known by which address. */
export interface UnaddressedPage {
  readonly page: string;
  readonly script: string;
}

/** What became of the pages whose scripts use the session's. */
export interface LoadedScript {
  /** The names that scripts use of it. */
  readonly names: ReadonlySet<string>;
  readonly unaddressed: readonly UnaddressedPage[];
}

/**
 * Has classic scripts use the session's functions by its global, and their pages load it before: `apiFetch` is
 * `appSession.apiFetch` there.
 *
 * @param contexts Those of classic scripts and their pages.
 * @param served What the server hands out as it is.
 * @param changesOf The changes of a file, which may be a page that nothing was to be changed in so far.
 */
export function loadSessionScript(
  project: Project,
  script: SessionScript,
  contexts: readonly CodemodContext[],
  served: readonly StaticFolder[],
  changesOf: (file: SourceFile) => Changes,
): LoadedScript {
  const names = new Set<string>();
  const users: Changes[] = [];
  for (const { file, changes } of contexts) {
    const wanted = useGlobal(changes, importPath(file.path, script), script.global);
    for (const name of wanted) names.add(name);
    if (wanted.length > 0) users.push(changes);
  }
  const unaddressed: UnaddressedPage[] = [];
  for (const [page, first] of usesByPage(project, script, users)) {
    const file = project.file(page);
    const address = file && addressIn(project, page, script.path, first, served);
    if (file && address !== undefined) addTag(changesOf(file), first, address);
    else unaddressed.push({ page, script: script.path });
  }
  return { names, unaddressed };
}

/** Says what was to be imported by the global that has it, and forgets imports of packages, which are globals there too. */
function useGlobal(changes: Changes, source: string, global: string): string[] {
  const wanted = changes.imports.filter((one) => one.source === source);
  for (const { imported, local } of wanted) {
    const current = changes.imports.find((one) => one.imported === imported && one.local === local && one.source === source);
    if (current) changes.rename(current, `${global}.${imported}`);
  }
  changes.imports.splice(0, changes.imports.length);
  return wanted.map(({ imported }) => imported);
}

/** Where pages have to have the script: before the first of their scripts that uses it; undefined for handlers in attributes alone. */
interface FirstUse {
  readonly element: PageScript | undefined;
  readonly isDeferred: boolean;
}

/** The pages whose scripts use the session's, those that load it already not among them. */
function usesByPage(project: Project, script: SessionScript, users: readonly Changes[]): Map<string, FirstUse> {
  const pages = pagesOf(project);
  const using = new Map<string, Set<PageScript>>();
  for (const { file } of users) for (const { page } of pages.loading(file.path)) if (!using.has(page)) using.set(page, new Set());
  const byPath = new Map(users.map((changes) => [changes.file.path, changes]));
  const found = new Map<string, FirstUse>();
  for (const page of using.keys()) {
    const scripts = pages.scriptsOf(page);
    if (scripts.some(({ file }) => file === script.path)) continue;
    const uses = scripts.filter((one) => {
      const changes = one.file === undefined ? undefined : byPath.get(one.file);
      return changes !== undefined && (one.src !== undefined || says(changes, `${script.global}.`, one.content));
    });
    const element = uses[0] ?? scripts[0];
    found.set(page, { element, isDeferred: uses.length > 0 && uses.every(({ isDeferred, src }) => isDeferred && src !== undefined) });
  }
  // A template that another takes in before has the script already.
  const taken = [...found].filter(([page, { element, isDeferred }]) =>
    pages.includedIn(page).some(({ file, at }) => {
      const part = found.get(file);
      return part !== undefined && (isDeferred || !part.isDeferred) && at < (element?.range[0] ?? Infinity);
    }),
  );
  for (const [page] of taken) found.delete(page);
  return found;
}

/** Whether what is new between two offsets says something. */
function says(changes: Changes, text: string, [start, end]: readonly [number, number]): boolean {
  const texts = [
    ...[...changes.replaced].map(([node, one]) => ({ at: node.range[0], text: one })),
    ...changes.inserted,
    ...[...changes.added].map(([node, entries]) => ({ at: node.range[0], text: entries.join(' ') })),
  ];
  return texts.some((one) => one.at >= start && one.at <= end && one.text.includes(text));
}

function addTag(changes: Changes, { element, isDeferred }: FirstUse, address: string): void {
  const { text } = changes.file;
  const quote = /<script\s[^>]*src\s*=\s*'/i.test(text) ? "'" : '"';
  const tag = `<script ${isDeferred ? 'defer ' : ''}src=${quote}${address}${quote}></script>`;
  const end = /<\/body\s*>/i.exec(text)?.index ?? text.length;
  const at = element?.range[0] ?? end;
  const isOwnLine = startsLine(text, { range: [at, at] });
  changes.insert(at, isOwnLine ? `${tag}${lineEndOf(text)}${indentationAt(text, at)}` : tag);
}

/** By which address a page loads a file: as it loads the file beside it, else from where it is itself. */
function addressIn(
  project: Project,
  page: string,
  target: string,
  { element }: FirstUse,
  served: readonly StaticFolder[],
): string | undefined {
  const known = [...(element ? [element] : []), ...pagesOf(project).scriptsOf(page)].filter(
    ({ src, file }) => src !== undefined && file !== undefined,
  );
  for (const { src, file } of known) {
    const address = besideAddress(src!, file!, target);
    if (address !== undefined) return address;
  }
  const relative = path.relative(path.dirname(page), target).split(path.sep).join('/');
  const root = served.find(({ folder }) => target.startsWith(folder + path.sep));
  // What a server fills in or sends by itself is at another address than its file is.
  const isServed = served.length === 0 || served.some(({ folder }) => page.startsWith(folder + path.sep));
  if (isServed && !/\.ejs$/i.test(page) && !relative.startsWith('../')) return relative;
  return root && `${root.mount}/${path.relative(root.folder, target).split(path.sep).join('/')}`;
}

/** The address of a file, by that of another: `js/login.js` and a file beside it are `js/session.js`. */
function besideAddress(address: string, file: string, target: string): string | undefined {
  const plain = address.trim().replace(/[?#].*$/, '');
  const steps = path.relative(path.dirname(file), target).split(path.sep);
  const folders = plain.split('/').slice(0, -1);
  for (const step of steps) {
    if (step !== '..') folders.push(step);
    else if (folders.length > 0 && folders.at(-1) !== '..' && folders.at(-1) !== '' && folders.at(-1) !== '.') folders.pop();
    else return undefined;
  }
  return folders.join('/');
}
