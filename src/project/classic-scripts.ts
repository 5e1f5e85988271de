import { isPage } from '../parsing/scripts.ts';
import { bare, memberName } from '../syntax/nodes.ts';
import type { Node, TSESTree } from '../syntax/nodes.ts';
import { manifestOf } from '../syntax/package-manifest.ts';
import type { Exported, SourceFile } from '../syntax/source-file.ts';
import { nodesOf, perFile } from '../syntax/source-file.ts';
import { isTestFile } from '../syntax/test-files.ts';
import type { Pages } from './pages.ts';
import { pagesOf } from './pages.ts';
import type { ProjectFiles } from './project-files.ts';

/** What a module has, of whatever kind, and no classic script. */
const MODULE = /(?:^|[\n;>])\s*(?:import\b(?!\s*\()|export\b)|\brequire\s*\(|\bmodule\.exports\b|\bexports\.\w|\bdefine\s*\(\s*\[/;

/** What a script may declare for others, as it is written: at the start of a line, or in a page anywhere. */
const DECLARED = /^[ \t]*(?:async[ \t]+)?(?:function\*?|var|let|const|class)[ \t]+([$\w]+)/gm;
const ASSIGNED = /\b(?:window|self|globalThis)\.([$\w]+)[ \t]*=(?!=)/g;

/**
 * Names that classic scripts share: what one declares at its top, or puts on the window, the others on its pages use. Of a script
 * that no page is seen to load, those of its package; a name that several scripts declare says nothing then.
 */
export class ClassicScripts {
  private readonly project: ProjectFiles;
  private readonly pages: Pages;
  private byName: ReadonlyMap<string, readonly string[]> | undefined;

  constructor(project: ProjectFiles) {
    this.project = project;
    this.pages = pagesOf(project);
  }

  /** What a global name stands for in a classic script, where another declares it. */
  globalOf(from: SourceFile, name: string): Exported | undefined {
    if (!isClassic(from)) return undefined;
    const declaring = this.declaring.get(name);
    const path = declaring && (this.onPages(from.path, declaring) ?? this.inPackage(from.path, declaring));
    const file = path === undefined ? undefined : this.project.file(path);
    const node = file && globalsOf(file).get(name);
    return node && { file, node };
  }

  /** Whether a file's own names are there for other scripts: a page loads it as a classic script, or it is such a page. */
  isShared(from: SourceFile): boolean {
    return isClassic(from) && this.pages.isClassic(from.path);
  }

  /** The only script beside a file that declares a name, on all pages that have one. */
  private onPages(from: string, declaring: readonly string[]): string | undefined {
    const found = new Set([...this.pages.besideOn(from).values()].flatMap((files) => files.filter((one) => declaring.includes(one))));
    return found.size === 1 ? [...found][0] : undefined;
  }

  private inPackage(from: string, declaring: readonly string[]): string | undefined {
    const directory = manifestOf(from)?.directory;
    const [only, ...more] = declaring.filter((one) => one !== from && manifestOf(one)?.directory === directory);
    return more.length === 0 ? only : undefined;
  }

  /** The scripts that declare names, by the names: one look at all texts. */
  private get declaring(): ReadonlyMap<string, readonly string[]> {
    if (this.byName) return this.byName;
    const byName = new Map<string, string[]>();
    this.byName = byName;
    for (const filePath of this.project.paths) {
      if ((!/\.js$/i.test(filePath) && !isPage(filePath)) || isTestFile(filePath, this.project.root)) continue;
      const text = this.project.textOf(filePath) ?? '';
      if (MODULE.test(text)) continue;
      const names = new Set([...text.matchAll(DECLARED), ...text.matchAll(ASSIGNED)].map(([, name = '']) => name));
      for (const name of names) {
        const known = byName.get(name);
        if (known) known.push(filePath);
        else byName.set(name, [filePath]);
      }
    }
    return byName;
  }
}

const isClassic = perFile((file): boolean => (isPage(file.path) || file.path.endsWith('.js')) && !MODULE.test(file.text));

/** What a script declares at its top, or puts on the window. */
const globalsOf = perFile((file): ReadonlyMap<string, Node> => {
  const found = new Map<string, Node>();
  for (const { left, right } of nodesOf(file, 'AssignmentExpression')) {
    const name = left.type === 'MemberExpression' && isWindow(left.object) ? memberName(left) : undefined;
    if (name !== undefined) found.set(name, right);
  }
  for (const statement of file.ast.body) for (const [name, node] of declaredBy(statement)) found.set(name, node);
  return found;
});

function isWindow(node: Node): boolean {
  const inner = bare(node);
  return inner.type === 'Identifier' && /^(?:window|self|globalThis)$/.test(inner.name);
}

function declaredBy(statement: TSESTree.ProgramStatement): [string, Node][] {
  if (statement.type === 'FunctionDeclaration' || statement.type === 'ClassDeclaration') return [[statement.id.name, statement]];
  if (statement.type !== 'VariableDeclaration') return [];
  return statement.declarations.flatMap(({ id }): [string, Node][] => (id.type === 'Identifier' ? [[id.name, id]] : []));
}
