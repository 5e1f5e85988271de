import type { ScopeManager } from '@typescript-eslint/scope-manager';
import type { Node, NodeOf, NodeType, Range, TSESTree } from './nodes.ts';
import type { Settings } from './settings.ts';

/** The keys of a node under which its children are, by node type; unknown types have none. */
export type VisitorKeys = Readonly<Record<string, readonly string[] | undefined>>;

/** A node and the file that it is in: where a value stands, which may be another file than the one that was asked about. */
export interface Place {
  readonly file: SourceFile;
  readonly node: Node;
}

/** What another module gives under a name: the expression or declaration behind an export. */
export type Exported = Place;

/**
 * The links between the modules of a project. `scan` and `migrate` have them, ESLint has not: a finder that follows an
 * import without them judges it by its name.
 */
export interface ModuleLinks {
  /**
   * What `import { name } from source` in `from` brings (`default` and `*` included, and `module.exports` for the whole of
   * CommonJS), or undefined outside the project.
   */
  exported(from: SourceFile, source: string, name: string): Exported | undefined;
  /** What a name that a classic script does not declare stands for, where another script of its package declares it. */
  global?(from: SourceFile, name: string): Exported | undefined;
  /** Whether the names at the top of a file are there for other scripts: a page loads it as a classic one. */
  isShared?(from: SourceFile): boolean;
  /** Whether the source names a module of the project, whatever it exports. */
  isLocal(from: SourceFile, source: string): boolean;
  /** The absolute path of the module that the source names, or undefined. */
  pathOf(from: Pick<SourceFile, 'path'>, source: string): string | undefined;
}

/** What a project knows as a whole, and no file by itself. */
export interface ProjectFacts {
  /** Storage keys under which some file of the project keeps an object with a credential in it. */
  readonly holderKeys: ReadonlySet<string>;
  /** Names, without what says which copy it is, of objects from which some page of the project takes a credential. */
  readonly holderNames: ReadonlySet<string>;
  /** The cookies that some server of the project sets with HttpOnly, by name, each with the place where it does, for people. */
  readonly httpOnlyCookies: ReadonlyMap<string, string>;
  /**
   * The files of the project that import a module of it, tests not among them; of a classic script, the others of its pages.
   *
   * @param names Of them only those whose text has one of these, and those that export what other modules do: the rest is
   *   not parsed for it. `default` stands for the module's default export.
   * @param asValues Of those, only files that do more with a name than import it and use it as an element's.
   */
  importersOf(file: SourceFile, names?: ReadonlySet<string>, asValues?: boolean): readonly SourceFile[];
  /** Whether anything in a file's package, its hosting configuration included, matches a pattern. */
  packageMentions(file: SourceFile, pattern: RegExp): boolean;
  /** The files of the package that a file is in, itself and what runs on a server among them, tests not. */
  packageFilesOf(file: SourceFile): readonly SourceFile[];
  /** The files of the package that a file is in whose text matches, wherever they run, tests not among them. */
  filesAbout(file: SourceFile, pattern: RegExp): readonly SourceFile[];
}

/** A place in a component's template whose value is written as HTML: `v-html`, `{@html}`. */
export interface TemplateHtml {
  readonly range: Range;
  readonly sink: string;
  readonly expression: Node;
}

/** A piece of code in a component's template: `v-if="token"`, `{{ user.name }}`. */
export interface TemplateCode {
  /** The directive as it is written, `{{` where it is shown as text. */
  readonly directive: string;
  readonly text: string;
  readonly range: Range;
  /** The names that it declares for what stands in the element: of a loop, of a slot. */
  readonly declares: readonly string[];
  /** Undefined where it was not understood. Its names are resolved to nothing: the script declares them. */
  readonly expression: Node | undefined;
}

/** A file as the engine sees it. Offsets are those of `text`, which has no byte order mark. */
export interface SourceFile {
  /** Absolute, with the separators of the machine. */
  readonly path: string;
  readonly text: string;
  /** The text without its comments, where somebody has found them: a word in a comment makes no file one of ours. */
  readonly code?: string;
  readonly ast: TSESTree.Program;
  readonly scopes: ScopeManager;
  readonly visitorKeys: VisitorKeys;
  readonly settings: Settings;
  /** Visits all nodes of the tree in source order, where somebody has walked it already; says whether somebody has. */
  readonly revisit?: (visit: (node: Node) => void) => boolean;
  /** Where a template writes HTML, for files that have one; found when somebody asks. */
  readonly templateHtml?: () => readonly TemplateHtml[];
  /** The code in the template of a component of Vue, the same nodes each time. */
  readonly templateCode?: () => readonly TemplateCode[];
  readonly links?: ModuleLinks;
  readonly facts?: ProjectFacts;
}

/**
 * A computation that each file needs at most once: the first caller pays, the others share. What is computed goes when
 * the file goes.
 *
 * @param meanwhile What a computation sees that comes back to itself, through modules that import each other.
 */
export function perFile<T>(compute: (file: SourceFile) => T, meanwhile?: T): (file: SourceFile) => T {
  const index = computations++;
  return (file) => {
    const all = entriesOf(file);
    let entry = all[index] as { value: T | undefined } | undefined;
    if (!entry) {
      all[index] = entry = { value: meanwhile };
      try {
        entry.value = compute(file);
      } catch (error) {
        // What broke off is no answer for the next who asks.
        all[index] = undefined;
        throw error;
      }
    }
    return entry.value as T;
  };
}

type Entries = ({ value: unknown } | undefined)[];

let computations = 0;
const entries = new WeakMap<SourceFile, Entries>();
let latest: { readonly file: SourceFile; readonly entries: Entries } | undefined;

/** What has been computed of a file. One file is asked about thousands of times before the next: it is kept at hand. */
function entriesOf(file: SourceFile): Entries {
  if (latest?.file === file) return latest.entries;
  let own = entries.get(file);
  // As long as it gets: a list with holes is slow.
  if (!own) entries.set(file, (own = new Array<Entries[number]>(computations).fill(undefined)));
  latest = { file, entries: own };
  return own;
}

/** A computation that each node, or another thing of a file, needs at most once. */
export function onceFor<Key extends object, T>(compute: (key: Key) => T): (key: Key) => T {
  const known = new WeakMap<Key, { readonly value: T }>();
  return (key) => {
    let entry = known.get(key);
    if (!entry) known.set(key, (entry = { value: compute(key) }));
    return entry.value;
  };
}

/** The children of a node, in source order. */
export function* childrenOf(node: Node, visitorKeys: VisitorKeys): Generator<Node> {
  for (const key of visitorKeys[node.type] ?? []) {
    const child = (node as unknown as Record<string, unknown>)[key];
    if (Array.isArray(child)) {
      for (const one of child) if (isNode(one)) yield one;
    } else if (isNode(child)) yield child;
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';
}

interface NodesOfType {
  readonly nodes: Node[];
  /** Where nodes of this type have children: asked for once, because there are many nodes and few types. */
  readonly keys: readonly string[];
}

/** Every node of a file by its type, in source order. One walk, which all finders share. */
const nodesByType = perFile((file): ReadonlyMap<string, NodesOfType> => {
  const index = new Map<string, NodesOfType>();
  const add = (node: Node): NodesOfType => {
    let type = index.get(node.type);
    if (!type) index.set(node.type, (type = { nodes: [], keys: file.visitorKeys[node.type] ?? [] }));
    type.nodes.push(node);
    return type;
  };
  if (file.revisit?.(add)) return index;
  // No recursion: generated code nests deeper than the call stack.
  const stack: Node[] = [file.ast];
  for (let node = stack.pop(); node; node = stack.pop()) {
    const { keys } = add(node);
    for (let k = keys.length - 1; k >= 0; k--) {
      const child = (node as unknown as Record<string, unknown>)[keys[k]!];
      if (Array.isArray(child)) {
        for (let i = child.length - 1; i >= 0; i--) {
          const one: unknown = child[i];
          if (isNode(one)) stack.push(one);
        }
      } else if (isNode(child)) stack.push(child);
    }
  }
  return index;
});

/** All nodes of one type, in source order. */
export function nodesOf<T extends NodeType>(file: SourceFile, type: T): readonly NodeOf<T>[] {
  return (nodesByType(file).get(type)?.nodes ?? []) as NodeOf<T>[];
}

const byStart = perFile(() => new Map<NodeType, readonly Node[]>());

/** All nodes of one type that lie in another or are it, in source order: found without a look at those that do not. */
export function nodesWithin<T extends NodeType>(file: SourceFile, type: T, outer: { readonly range: Range }): NodeOf<T>[] {
  let sorted = byStart(file).get(type);
  // A walk meets decorators and the like out of order.
  if (!sorted) byStart(file).set(type, (sorted = nodesOf(file, type).toSorted((a, b) => a.range[0] - b.range[0])));
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]!.range[0] < outer.range[0]) low = middle + 1;
    else high = middle;
  }
  const found: Node[] = [];
  for (; low < sorted.length && sorted[low]!.range[0] <= outer.range[1]; low++)
    if (sorted[low]!.range[1] <= outer.range[1]) found.push(sorted[low]!);
  return found as NodeOf<T>[];
}

/** The text of a node as written. */
export function textOf(file: SourceFile, node: { readonly range: readonly [number, number] }): string {
  return file.text.slice(node.range[0], node.range[1]);
}

const lineStarts = perFile((file): readonly number[] => {
  const starts = [0];
  for (const { index, 0: end } of file.text.matchAll(/\r\n|[\n\r\u2028\u2029]/g)) starts.push(index + end.length);
  return starts;
});

/** Line (from 1) and column (from 0) of an offset, as ESLint counts them. */
export function positionOf(file: SourceFile, offset: number): { line: number; column: number } {
  const starts = lineStarts(file);
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - starts[low]! };
}
