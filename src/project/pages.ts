import path from 'node:path';
import type { ScriptElement } from '../parsing/scripts.ts';
import { isPage, scriptElementsOf } from '../parsing/scripts.ts';
import type { ProjectFiles } from './project-files.ts';

/** A script of a page. */
export interface PageScript extends ScriptElement {
  /** The absolute path of the page. */
  readonly page: string;
  /** The file that it loads, or the page itself; undefined for one that is not of the project. */
  readonly file: string | undefined;
}

/** The pages of a project that a server hands out as they are, and the scripts that they load, in order. */
export class Pages {
  private readonly project: ProjectFiles;
  private readonly scripts = new Map<string, readonly PageScript[]>();
  private around: readonly string[] | undefined;
  private beside: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>> | undefined;
  private byFile: ReadonlyMap<string, readonly PageScript[]> | undefined;
  private endings: ReadonlyMap<string, readonly string[]> | undefined;

  constructor(project: ProjectFiles) {
    this.project = project;
  }

  /** The scripts of a page, in its order. */
  scriptsOf(page: string): readonly PageScript[] {
    let found = this.scripts.get(page);
    if (!found) {
      found = scriptElementsOf(page, this.project.textOf(page) ?? '').map((element) => ({
        ...element,
        page,
        file: element.src === undefined ? page : this.fileAt(page, element.src),
      }));
      this.scripts.set(page, found);
    }
    return found;
  }

  /** The elements by which pages load a file; of a page, its own scripts. */
  loading(file: string): readonly PageScript[] {
    if (!this.byFile) {
      const byFile = new Map<string, PageScript[]>();
      for (const page of this.project.paths) {
        if (!isPage(page)) continue;
        for (const script of this.scriptsOf(page))
          if (script.file !== undefined) byFile.set(script.file, [...(byFile.get(script.file) ?? []), script]);
      }
      this.byFile = byFile;
    }
    return this.byFile.get(file) ?? [];
  }

  /** Whether a page runs a file as a classic script, or has one itself: its names are there for the scripts that follow. */
  isClassic(file: string): boolean {
    return this.loading(file).some(({ isModule }) => !isModule);
  }

  /** The files whose names a classic script may use and that may use its own, page by page, without itself. */
  besideOn(file: string): ReadonlyMap<string, readonly string[]> {
    return this.besideAll.get(file) ?? new Map();
  }

  private get besideAll(): ReadonlyMap<string, ReadonlyMap<string, readonly string[]>> {
    if (this.beside) return this.beside;
    const beside = new Map<string, Map<string, readonly string[]>>();
    for (const page of this.project.paths.filter((one) => isPage(one))) {
      const files = this.filesOn(page).filter((one) => this.isClassic(one) || one === page);
      for (const file of files) {
        const known = beside.get(file) ?? new Map<string, readonly string[]>();
        beside.set(
          file,
          known.set(
            page,
            files.filter((one) => one !== file),
          ),
        );
      }
    }
    this.beside = beside;
    return beside;
  }

  /** A page with the templates that it is put together of, and the files of their scripts, each once. */
  private filesOn(page: string): string[] {
    const parts = new Set([page, ...(/\.ejs$/i.test(page) ? this.layouts : [])]);
    for (const part of parts) for (const { file } of this.includedIn(part)) parts.add(file);
    return [...new Set([...parts].flatMap((part) => [part, ...this.scriptsOf(part).flatMap(({ file }) => file ?? [])]))];
  }

  /** The templates that a template takes in: `include('partials/head')`. */
  includedIn(page: string): { readonly file: string; readonly at: number }[] {
    if (!/\.ejs$/i.test(page)) return [];
    return [...(this.project.textOf(page) ?? '').matchAll(/\binclude[\s(]*["'`]([^"'`]+)["'`]/g)].flatMap(
      ({ 1: source = '', index: at }) => {
        const name = /\.\w+$/.test(source) ? source : `${source}.ejs`;
        const beside = path.resolve(path.dirname(page), name);
        const end = `/${path.posix.normalize(name).replace(/^(?:\.\.\/)+|^\//, '')}`;
        const file = this.project.has(beside) ? beside : this.project.paths.find((one) => slashed(one).endsWith(end));
        return file === undefined ? [] : [{ file, at }];
      },
    );
  }

  /** Templates that others are put into. */
  private get layouts(): readonly string[] {
    this.around ??= this.project.paths.filter((one) => /\.ejs$/i.test(one) && /<%-\s*body\s*%>/.test(this.project.textOf(one) ?? ''));
    return this.around;
  }

  /** The file of the project that an address in a page is of: below the page, else below the folder that is handed out. */
  private fileAt(page: string, address: string): string | undefined {
    const plain = address.trim().replace(/[?#].*$/, '');
    if (plain === '' || /^(?:[a-z][a-z\d+.-]*:|\/\/)|[<{]/i.test(plain.replace(/^<%[^%]*%>/, ''))) return undefined;
    if (plain.startsWith('<%')) return this.fileBelowRoot(page, plain.replace(/^<%[^%]*%>\/?/, ''));
    const beside = plain.startsWith('/') ? undefined : path.resolve(path.dirname(page), plain);
    if (beside !== undefined && this.project.has(beside)) return beside;
    return this.fileBelowRoot(page, path.posix.normalize(plain).replace(/^(?:\.\.\/)+|^\//, ''));
  }

  /**
   * The file whose path ends as the address does, the nearest where there are several. A server may hand a folder out under a
   * prefix: `/static/js/app.js` is `public/js/app.js`.
   */
  private fileBelowRoot(page: string, address: string): string | undefined {
    for (let rest = address; ;) {
      const found = (this.byName.get(path.posix.basename(rest)) ?? []).filter((file) => slashed(file).endsWith(`/${rest}`));
      const [nearest] = found.toSorted((a, b) => sharedWith(page, b) - sharedWith(page, a));
      const isOnly = found.every((file) => file === nearest || sharedWith(page, file) < sharedWith(page, nearest!));
      if (nearest !== undefined) return isOnly ? nearest : undefined;
      const next = rest.indexOf('/');
      // A name alone may be any file's.
      if (next < 0 || !rest.slice(next + 1).includes('/')) return undefined;
      rest = rest.slice(next + 1);
    }
  }

  /** The scripts of the project by their names. */
  private get byName(): ReadonlyMap<string, readonly string[]> {
    if (!this.endings) {
      const endings = new Map<string, string[]>();
      for (const file of this.project.paths) {
        if (!/\.m?js$/i.test(file)) continue;
        const name = path.basename(file);
        endings.set(name, [...(endings.get(name) ?? []), file]);
      }
      this.endings = endings;
    }
    return this.endings;
  }
}

const known = new WeakMap<ProjectFiles, Pages>();

/** The pages of a project, read once. */
export function pagesOf(project: ProjectFiles): Pages {
  let pages = known.get(project);
  if (!pages) known.set(project, (pages = new Pages(project)));
  return pages;
}

function slashed(file: string): string {
  return file.split(path.sep).join('/');
}

/** How many folders two paths have in common. */
function sharedWith(one: string, other: string): number {
  const [a, b] = [one.split(path.sep), other.split(path.sep)];
  const parting = a.findIndex((segment, i) => segment !== b[i]);
  return parting < 0 ? a.length : parting;
}
