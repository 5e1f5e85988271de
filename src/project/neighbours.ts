import { readFileSync } from 'node:fs';
import path from 'node:path';
import { importedModules } from '../syntax/imports.ts';
import { manifestOf } from '../syntax/package-manifest.ts';
import { runtimeOf } from '../syntax/runtime.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { isTestFile } from '../syntax/test-files.ts';
import type { Project } from './project.ts';

/** Files without one of these words neither serve requests nor guard what serves them. */
const SERVES = /express|fastify|koa|hono|nestjs|router|route|\bapp\b|\breq\b|request|middleware|cookie|session|passport/i;

/** Where headers and limits are set outside of the code. */
const HOSTING = ['vercel.json', 'netlify.toml', 'public/_headers', '_headers', 'firebase.json', 'nginx.conf', 'nginx/nginx.conf', 'nginx/default.conf', 'Caddyfile', 'staticwebapp.config.json'];

/** The files around a file: those that import it, and those of its package. Found when asked for, and once. */
export class Neighbours {
  private readonly project: Project;
  private readonly importers = new Map<string, readonly SourceFile[]>();
  private readonly packages = new Map<string, readonly SourceFile[]>();

  constructor(project: Project) {
    this.project = project;
  }

  /** The files of the project that import a module of it. */
  importersOf(file: SourceFile): readonly SourceFile[] {
    let found = this.importers.get(file.path);
    if (!found) {
      const stem = path.basename(file.path).replace(/\.[^.]+$/, '');
      // An index is imported by its folder's name, or by none: `./`.
      const isNamed = (text: string): boolean => (stem === 'index' ? SERVES.test(text) : text.includes(stem));
      found = this.files((filePath, text) => filePath !== file.path && isNamed(text)).filter((one) => [...importedModules(one)].some((source) => one.links?.pathOf(one, source) === file.path));
      this.importers.set(file.path, found);
    }
    return found;
  }

  /** The files of the package that a file is in, as far as they may run on a server. */
  packageFilesOf(file: SourceFile): readonly SourceFile[] {
    const directory = manifestOf(file.path)?.directory ?? this.project.root;
    let found = this.packages.get(directory);
    if (!found) {
      found = this.files((filePath, text) => SERVES.test(text) && (manifestOf(filePath)?.directory ?? this.project.root) === directory).filter((one) => runtimeOf(one) !== 'browser');
      this.packages.set(directory, found);
    }
    return found;
  }

  /** Whether a text of the package matches, read as written; what a host is told counts too: `vercel.json`, `nginx.conf`. */
  packageMentions(file: SourceFile, pattern: RegExp): boolean {
    const directory = manifestOf(file.path)?.directory ?? this.project.root;
    const inCode = this.project.paths.some((filePath) => filePath.startsWith(directory + path.sep) && !isTestFile(filePath, this.project.root) && pattern.test(this.project.textOf(filePath) ?? ''));
    return inCode || [...new Set([directory, this.project.root])].some((folder) => HOSTING.some((name) => pattern.test(hostingText(path.join(folder, name)))));
  }

  private files(concerns: (filePath: string, text: string) => boolean): SourceFile[] {
    return this.project.paths.flatMap((filePath) => {
      if (isTestFile(filePath, this.project.root) || filePath.endsWith('.json')) return [];
      const text = this.project.textOf(filePath);
      const file = text !== undefined && concerns(filePath, text) ? this.project.file(filePath) : undefined;
      return file ? [file] : [];
    });
  }
}

function hostingText(filePath: string): string {
  try {
    return readFileSync(filePath, 'utf8');
  } catch {
    return '';
  }
}
