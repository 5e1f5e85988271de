import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { ResolverFactory } from 'oxc-resolver';
import { packageOf } from '../syntax/imports.ts';
import { manifestOf } from '../syntax/package-manifest.ts';
import type { ProjectFiles } from './project-files.ts';

const EXTENSIONS = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs', '.vue', '.svelte', '.astro', '.json'];

/** What a source with the extension of a compiled file may be written in. */
const ALIASES: Readonly<Record<string, string[]>> = {
  '.js': ['.ts', '.tsx', '.js', '.jsx'],
  '.jsx': ['.tsx', '.jsx'],
  '.mjs': ['.mts', '.mjs'],
  '.cjs': ['.cts', '.cjs'],
};

/** What decides how modules are found below a folder that has it. */
const DECIDES = /^(?:package\.json|node_modules|[jt]sconfig[\w.-]*\.json)$/;

/** Which file a module's source names, as the project's bundler would find it. */
export class ModulePaths {
  private readonly project: ProjectFiles;
  private readonly resolver = new ResolverFactory({
    extensions: EXTENSIONS,
    extensionAlias: ALIASES,
    conditionNames: ['source', 'development', 'import', 'require', 'browser', 'node', 'default'],
    mainFields: ['source', 'module', 'main'],
    tsconfig: 'auto',
  });
  /** What sources name, by the folder that they are asked for in, and by the file, which is the shorter way. */
  private readonly byFolder = new Map<string, Map<string, string | undefined>>();
  private readonly byFile = new Map<string, Map<string, string | undefined>>();
  /** The same of sources that name no place beside the file, by the part of the project in which they name the same. */
  private readonly byPart = new Map<string, Map<string, string | undefined>>();
  private readonly parts = new Map<string, string>();

  constructor(project: ProjectFiles) {
    this.project = project;
  }

  /** The absolute path of the module that a source names in a file, or undefined. */
  of(from: string, source: string): string | undefined {
    if (path.isAbsolute(source)) return source;
    let ofFile = this.byFile.get(from);
    if (!ofFile) {
      const folder = path.dirname(from);
      ofFile = this.byFolder.get(folder) ?? new Map<string, string | undefined>();
      this.byFolder.set(folder, ofFile);
      this.byFile.set(from, ofFile);
    }
    if (!ofFile.has(source)) ofFile.set(source, source.startsWith('.') ? this.beside(from, source) : this.inPart(from, source));
    return ofFile.get(source);
  }

  private beside(from: string, source: string): string | undefined {
    return this.planned(from, source) ?? this.own(from, source) ?? resolveSource(this.resolver, from, source);
  }

  /** A module that is planned, and need not be on the disk yet. */
  private planned(from: string, source: string): string | undefined {
    const { project } = this;
    if (!project.hasPlanned) return undefined;
    const target = path.resolve(path.dirname(from), source);
    const bare = target.replace(/\.[cm]?jsx?$/, '');
    const places = [target, ...EXTENSIONS.map((extension) => target + extension), ...EXTENSIONS.map((extension) => bare + extension)];
    return places.find((one) => project.isPlanned(one));
  }

  /** A file of the project beside the one that asks for it: most are, and the list of files has it. */
  private own(from: string, source: string): string | undefined {
    const target = path.resolve(path.dirname(from), source);
    const extension = path.extname(target);
    const isOwn = (one: string): boolean => this.project.has(one);
    const aliases = ALIASES[extension];
    if (aliases) return aliases.map((alias) => target.slice(0, -extension.length) + alias).find(isOwn);
    const file = [target, ...EXTENSIONS.map((one) => target + one)].find(isOwn);
    // A folder may say itself what it is as a module.
    if (file !== undefined || existsSync(path.join(target, 'package.json'))) return file;
    return EXTENSIONS.map((one) => path.join(target, `index${one}`)).find(isOwn);
  }

  /** The same package, and the same alias, whichever folder of a part of the project asks for it. */
  private inPart(from: string, source: string): string | undefined {
    const part = this.partOf(path.dirname(from));
    let known = this.byPart.get(part);
    if (!known) this.byPart.set(part, (known = new Map<string, string | undefined>()));
    if (!known.has(source)) known.set(source, resolveSource(this.resolver, from, source));
    return known.get(source);
  }

  /**
   * The folder nearest to the root in which all of a folder's sources name the same: below what says how modules are found
   * there, and of that the folder that a configuration may name, `src` or `tests`.
   */
  private partOf(folder: string): string {
    let part = this.parts.get(folder);
    if (part === undefined) {
      const parent = path.dirname(folder);
      const isSame = parent !== folder && !decides(folder) && !decides(parent);
      this.parts.set(folder, (part = isSame ? this.partOf(parent) : folder));
    }
    return part;
  }
}

function decides(folder: string): boolean {
  try {
    return readdirSync(folder).some((name) => DECIDES.test(name));
  } catch {
    return true;
  }
}

/** A source as the project's bundler would find it: tsconfig paths first, then the aliases that front ends agree on. */
function resolveSource(resolver: ResolverFactory, from: string, source: string): string | undefined {
  const found = resolver.resolveFileSync(from, source).path ?? resolver.sync(path.dirname(from), source).path;
  if (found !== undefined) return found;
  const manifest = manifestOf(from);
  // A package that is not installed is a package all the same, though the app may have a folder of that name.
  if (!manifest || manifest.dependencies.has(packageOf(source))) return undefined;
  const { directory } = manifest;
  const aliased = aliasedPath(source);
  if (aliased === undefined) return undefined;
  // `@/x` is src/x by the templates of Vite, Vue and Next; `x` is src/x where a jsconfig or tsconfig has a base URL.
  for (const base of ['src', '.', 'app']) {
    const folder = path.join(directory, base);
    const target = existsSync(folder) ? resolver.sync(folder, `./${aliased}`).path : undefined;
    if (target !== undefined && !target.includes(`${path.sep}node_modules${path.sep}`)) return target;
  }
  return undefined;
}

/**
 * The path that a source has in a folder of the app: `@/x` and Nuxt's `~~/x` are `x`, SvelteKit's `$lib/x` and what apps call
 * alike (`@components/x`, `#shared`) the folder of that name, anything else itself. Undefined for a path.
 */
function aliasedPath(source: string): string | undefined {
  if (/^[./]/.test(source)) return undefined;
  return (/^(?:[@~]|@@|~~)\/(.+)$/.exec(source) ?? /^[@$#~](\w.*)$/.exec(source))?.[1] ?? source;
}
