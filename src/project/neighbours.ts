import { readFileSync } from 'node:fs';
import path from 'node:path';
import { importedModules } from '../syntax/imports.ts';
import { manifestOf } from '../syntax/package-manifest.ts';
import { runtimeOf } from '../syntax/runtime.ts';
import type { ModuleLinks, SourceFile } from '../syntax/source-file.ts';
import { isTestFile } from '../syntax/test-files.ts';
import { NamesInTexts } from './names-in-texts.ts';
import { readJson } from './packages.ts';
import { pagesOf } from './pages.ts';
import type { ProjectFiles } from './project-files.ts';

/** Files without one of these words neither serve requests nor guard what serves them. */
const SERVES = /express|fastify|koa|hono|nestjs|router|route|\bapp\b|\breq\b|request|middleware|cookie|session|passport/i;

/** Text without which a file exports nothing of another: `export * as x from`, `export { x } from`. */
const EXPORTS_ON = /\bexport\s+(?:type\s+)?(?:\*|\{[^}]*\})\s*(?:as\s+[\w$]+\s*)?from\b|\bexport[*{]/;

/** Where headers and limits are set outside of the code. */
const HOSTING = [
  'vercel.json',
  'netlify.toml',
  'public/_headers',
  '_headers',
  'firebase.json',
  'nginx.conf',
  'nginx/nginx.conf',
  'nginx/default.conf',
  'Caddyfile',
  'staticwebapp.config.json',
];

/** That a file asks for a module, as written. */
interface Import {
  readonly from: string;
  readonly source: string;
}

/** The files around a file: those that import it, and those of its package. Found when asked for, and once. */
export class Neighbours {
  private readonly project: ProjectFiles;
  private readonly links: ModuleLinks;
  private readonly candidates = new Map<string, readonly string[]>();
  private readonly names: NamesInTexts;
  private readonly exporting = new Map<string, boolean>();
  private readonly importers = new Map<string, readonly SourceFile[]>();
  private readonly packages = new Map<string, readonly SourceFile[]>();
  private readonly subjects = new Map<string, readonly SourceFile[]>();
  private own: readonly string[] | undefined;
  private byName: ReadonlyMap<string, readonly Import[]> | undefined;

  constructor(project: ProjectFiles, links: ModuleLinks) {
    this.project = project;
    this.links = links;
    this.names = new NamesInTexts((filePath) => project.textOf(filePath));
  }

  /** Forgets the files, which are let go; their names stay. */
  letGo(): void {
    this.names.clear();
    this.importers.clear();
    this.packages.clear();
    this.subjects.clear();
  }

  /** The files of the project that import a module of it; see `ProjectFacts`. */
  importersOf(file: SourceFile, names?: ReadonlySet<string>, asValues = false): readonly SourceFile[] {
    const found = names ? undefined : this.importers.get(file.path);
    if (found) return found;
    const importers = this.candidatesFor(file.path)
      .filter((filePath) => !names || this.uses(filePath, file.path, names, asValues) || this.exportsOn(filePath))
      .map((filePath) => this.project.file(filePath))
      .filter((one) => one !== undefined)
      .filter((one) => [...importedModules(one)].some((source) => one.links?.pathOf(one, source) === file.path))
      .concat(this.sharing(file, names));
    if (!names) this.importers.set(file.path, importers);
    return importers;
  }

  /** The other classic scripts of a script's pages, which use its names without importing them. */
  private sharing(file: SourceFile, names: ReadonlySet<string> | undefined): SourceFile[] {
    if (!this.links.isShared?.(file)) return [];
    const paths = new Set([...pagesOf(this.project).besideOn(file.path).values()].flat());
    return [...paths]
      .filter((one) => !names || this.names.uses(one, names, false, () => false))
      .flatMap((one) => this.project.file(one) ?? [])
      .filter((one) => this.links.isShared?.(one));
  }

  private uses(filePath: string, module: string, names: ReadonlySet<string>, asValues: boolean): boolean {
    return this.names.uses(filePath, names, asValues, (source) => this.links.pathOf({ path: filePath }, source) === module);
  }

  /** Whether a file exports what other modules do, as its text says. */
  private exportsOn(filePath: string): boolean {
    let answer = this.exporting.get(filePath);
    if (answer === undefined) this.exporting.set(filePath, (answer = EXPORTS_ON.test(this.project.textOf(filePath) ?? '')));
    return answer;
  }

  /** The paths of files that import a file, as their texts say, sorted. */
  private candidatesFor(filePath: string): readonly string[] {
    let found = this.candidates.get(filePath);
    if (!found) {
      const names = namesOf(filePath);
      const askedBy = new Set(
        names
          .flatMap((name) => this.importsByName.get(name) ?? [])
          .filter(({ from, source }) => this.links.pathOf({ path: from }, source) === filePath)
          .map(({ from }) => from),
      );
      askedBy.delete(filePath);
      this.candidates.set(filePath, (found = [...askedBy].toSorted()));
    }
    return found;
  }

  /** What files ask for, by the last name of the module. One look at all texts, since modules are many and so are files. */
  private get importsByName(): ReadonlyMap<string, readonly Import[]> {
    if (this.byName) return this.byName;
    const byName = new Map<string, Import[]>();
    this.byName = byName;
    for (const from of this.ownPaths()) {
      for (const source of this.project.modulesOf(from)) {
        const last = source.replace(/\/$/, '').replace(/^.*\//, '');
        for (const name of new Set([last, stemOf(last)])) {
          const known = byName.get(name);
          if (known) known.push({ from, source });
          else byName.set(name, [{ from, source }]);
        }
      }
    }
    return byName;
  }

  /** The files of the package that a file is in, as far as they may run on a server. */
  packageFilesOf(file: SourceFile): readonly SourceFile[] {
    const directory = this.directoryOf(file.path);
    let found = this.packages.get(directory);
    if (!found) {
      found = this.files((filePath, text) => SERVES.test(text) && this.directoryOf(filePath) === directory).filter(
        (one) => runtimeOf(one) !== 'browser',
      );
      this.packages.set(directory, found);
    }
    return found;
  }

  /** The files of the package that a file is in whose text matches. */
  filesAbout(file: SourceFile, pattern: RegExp): readonly SourceFile[] {
    const directory = this.directoryOf(file.path);
    const key = `${directory}\0${pattern}`;
    let found = this.subjects.get(key);
    if (!found) {
      found = this.files((filePath, text) => pattern.test(text) && this.directoryOf(filePath) === directory);
      this.subjects.set(key, found);
    }
    return found;
  }

  private directoryOf(filePath: string): string {
    return manifestOf(filePath)?.directory ?? this.project.root;
  }

  /** Whether a text of the package matches, read as written; what a host is told counts too: `vercel.json`, `nginx.conf`. */
  packageMentions(file: SourceFile, pattern: RegExp): boolean {
    const directory = this.directoryOf(file.path);
    const inCode = this.project.paths.some(
      (filePath) =>
        filePath.startsWith(directory + path.sep) &&
        !isTestFile(filePath, this.project.root) &&
        pattern.test(this.project.textOf(filePath) ?? ''),
    );
    return (
      inCode ||
      [...new Set([directory, this.project.root])].some((folder) =>
        HOSTING.some((name) => pattern.test(hostingText(path.join(folder, name)))),
      )
    );
  }

  /** What is neither test nor data. */
  private ownPaths(): readonly string[] {
    this.own ??= this.project.paths.filter((filePath) => !isTestFile(filePath, this.project.root) && !filePath.endsWith('.json'));
    return this.own;
  }

  private files(concerns: (filePath: string, text: string) => boolean): SourceFile[] {
    return this.ownPaths().flatMap((filePath) => {
      const text = this.project.textOf(filePath);
      const file = text !== undefined && concerns(filePath, text) ? this.project.file(filePath) : undefined;
      return file ? [file] : [];
    });
  }
}

/** What the last name of a module's source may be, for it to be this file. */
function namesOf(filePath: string): string[] {
  const stem = stemOf(path.basename(filePath));
  const folder = path.dirname(filePath);
  const names = [stem];
  // An index is imported by its folder's name, or by none: `./`.
  if (stem === 'index') names.push(path.basename(folder), '.', '..', '');
  const packageFolder = manifestOf(filePath)?.directory;
  if (packageFolder !== undefined && (folder === packageFolder || path.dirname(folder) === packageFolder)) {
    const name = readJson(path.join(packageFolder, 'package.json'))?.['name'];
    if (typeof name === 'string') names.push(name.replace(/^.*\//, ''));
  }
  return names;
}

function stemOf(name: string): string {
  return name.replace(/(?<=.)\.[^.]+$/, '');
}

function hostingText(filePath: string): string {
  try {
    return readFileSync(filePath, 'utf8');
  } catch {
    return '';
  }
}
