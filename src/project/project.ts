import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readName } from '../credentials/names.ts';
import { matcherOf } from '../syntax/hints.ts';
import type { Settings } from '../syntax/settings.ts';
import { DEFAULT_SETTINGS } from '../syntax/settings.ts';
import type { ProjectFacts, SourceFile } from '../syntax/source-file.ts';
import { isTestFile } from '../syntax/test-files.ts';
import { httpOnlyCookiesOf } from '../exposures/cookie-removals.ts';
import { holderNamesOf } from '../exposures/holder-names.ts';
import { holderKeysOf, STORAGE_HINT } from '../exposures/storage.ts';
import type { SkippedFile } from './discover.ts';
import { ownFileOf } from './discover.ts';
import { FileTexts } from './file-texts.ts';
import { linksOf } from './module-links.ts';
import { Neighbours } from './neighbours.ts';
import type { ProjectFiles } from './project-files.ts';
import { parseFile } from '../parsing/parse.ts';
import { surroundingsOf } from './surroundings.ts';

export type { SkippedFile } from './discover.ts';

/**
 * Characters of parsed files that are kept at most: a tree takes fifty times the memory of its text. Most apps have less;
 * to let trees go and parse them again takes more memory, too, than it spares.
 */
const MOST_PARSED = 12_000_000;

/** What is read as a member, in code and, for what it costs, in texts and comments. */
const MEMBERS = /(?:\.\s*|\[\s*["'`])([A-Z_$][\w$]*)/gi;

/** What is of a project beside the files that are asked about. */
export interface Beside {
  /** Absolute paths of further files below the root: of them, those count that the first are judged by. */
  readonly others?: readonly string[];
  /** Texts that files will have: they are taken for those on the disk, which need not be there yet. */
  readonly planned?: ReadonlyMap<string, string>;
  /** The project as it is, where texts are planned: what stays is not read again. */
  readonly before?: Project;
}

/**
 * The files of a project, read and parsed at most once and only when somebody asks, with the links between them.
 */
export class Project implements ProjectFiles {
  readonly root: string;
  readonly skipped: SkippedFile[] = [];
  private readonly given: readonly string[];
  private readonly others: ReadonlySet<string>;
  private known: readonly string[] | undefined;
  private readonly all: ReadonlySet<string>;
  private readonly isOwn: (filePath: string) => boolean;
  private readonly settings: Settings;
  private readonly texts: FileTexts;
  private keptParsed = 0;
  private readonly parsed = new Map<string, SourceFile | undefined>();
  private readonly links = linksOf(this);
  private readonly neighbours = new Neighbours(this, this.links);
  private readonly facts = {
    holderKeys: new Set<string>(),
    holderNames: new Set<string>(),
    httpOnlyCookies: new Map<string, string>(),
    importersOf: (file: SourceFile, names?: ReadonlySet<string>, asValues?: boolean) => this.neighbours.importersOf(file, names, asValues),
    packageMentions: (file: SourceFile, pattern: RegExp) => this.neighbours.packageMentions(file, pattern),
    packageFilesOf: (file: SourceFile) => this.neighbours.packageFilesOf(file),
    filesAbout: (file: SourceFile, pattern: RegExp) => this.neighbours.filesAbout(file, pattern),
  };

  /**
   * @param root Absolute; links out of it are not followed.
   * @param paths Absolute paths of the files that are asked about.
   */
  constructor(root: string, paths: readonly string[], settings: Settings = DEFAULT_SETTINGS, beside: Beside = {}) {
    const { planned = new Map<string, string>(), others = [], before } = beside;
    this.root = root;
    this.given = paths;
    this.all = new Set([...paths, ...others]);
    this.others = new Set(others);
    this.isOwn = ownFileOf(root);
    this.settings = settings;
    const onUnreadable = (filePath: string, reason: string): void => {
      this.skip(filePath, reason);
    };
    this.texts = new FileTexts({ settings, planned, before: before?.texts, onUnreadable });
  }

  /** The files that the project is judged by. */
  get paths(): readonly string[] {
    this.known ??=
      this.others.size === 0
        ? this.given
        : surroundingsOf({
            root: this.root,
            wanted: this.given,
            others: [...this.others],
            modulesOf: (filePath) => (this.isReadable(filePath) ? this.modulesOf(filePath) : []),
            pathOf: (from, source) => this.links.pathOf({ path: from }, source),
          });
    return this.known;
  }

  /** Whether a path belongs to the project. */
  has(filePath: string): boolean {
    return this.all.has(filePath) && this.isReadable(filePath);
  }

  /** Of files that nobody asked about it is found out only where they are met. */
  private isReadable(filePath: string): boolean {
    return !this.others.has(filePath) || this.isOwn(filePath);
  }

  /** Whether any text is a planned one. */
  get hasPlanned(): boolean {
    return this.texts.hasPlanned;
  }

  /** Whether a file's text is a planned one. */
  isPlanned(filePath: string): boolean {
    return this.texts.isPlanned(filePath);
  }

  /** The text of a file without its byte order mark, or undefined where it cannot be read: then it is among the skipped. */
  textOf(filePath: string): string | undefined {
    return this.texts.textOf(filePath);
  }

  /** What a file asks for of other modules, as its text says. */
  modulesOf(filePath: string): Iterable<string> {
    return this.texts.modulesOf(filePath);
  }

  /** The file parsed, or undefined where it cannot be: then it is among the skipped. */
  file(filePath: string): SourceFile | undefined {
    if (!this.parsed.has(filePath)) {
      // Set first, for modules that import each other.
      this.parsed.set(filePath, undefined);
      this.parsed.set(filePath, this.parse(filePath));
    }
    return this.parsed.get(filePath);
  }

  /** A file of the project that code imports: source, or JSON with what is configured. */
  module(filePath: string): SourceFile | undefined {
    const isData = filePath.endsWith('.json') && filePath.startsWith(this.root) && !filePath.includes(`${path.sep}node_modules${path.sep}`);
    return this.has(filePath) || isData ? this.file(filePath) : undefined;
  }

  /**
   * The files that can concern us, parsed.
   *
   * @param also Text by which further files do.
   * @param among The paths that are asked about: all, unless said.
   */
  *files(also?: RegExp, among: readonly string[] = this.paths): Generator<SourceFile> {
    for (const filePath of among) {
      if (!this.texts.isRelevant(filePath) && !also?.test(this.textOf(filePath) ?? '')) continue;
      const file = this.file(filePath);
      if (file) yield file;
    }
  }

  /** Learns what only the project as a whole knows: the storage keys under which some file keeps a credential. */
  learn(): ProjectFacts {
    for (const filePath of this.paths) {
      // What a test makes up is no key of the app.
      if (!this.settings.tests && isTestFile(filePath, this.root)) continue;
      const text = this.isReadable(filePath) && this.texts.isRelevant(filePath) ? this.textOf(filePath) : undefined;
      if (text === undefined) continue;
      const [mayKeep, mayTake] = [isStorageMentioned(text), takesCredential(text, this.settings)];
      if (!mayKeep && !mayTake && !HTTP_ONLY.test(text)) continue;
      const file = this.file(filePath);
      if (file) this.learnFrom(file, mayKeep, mayTake);
      this.letGo();
    }
    return this.facts;
  }

  private learnFrom(file: SourceFile, mayKeep: boolean, mayTake: boolean): void {
    try {
      if (mayKeep) for (const key of holderKeysOf(file)) this.facts.holderKeys.add(key);
      if (mayTake) for (const name of holderNamesOf(file)) this.facts.holderNames.add(name);
      if (HTTP_ONLY.test(file.text))
        for (const [name, line] of httpOnlyCookiesOf(file))
          this.facts.httpOnlyCookies.set(name, `line ${line} of ${path.relative(this.root, file.path).split(path.sep).join('/')}`);
    } catch (error) {
      if (!isStackOverflow(error)) throw error;
      this.skip(file.path, TOO_DEEP);
    }
  }

  /**
   * Lets the trees go where they are many. All of them at once: what is known of a file names nodes of others, which must be
   * those that others know. To be called between two files, when nothing of the last is needed any more.
   */
  letGo(): void {
    if (this.keptParsed <= MOST_PARSED) return;
    this.parsed.clear();
    this.neighbours.letGo();
    this.keptParsed = 0;
  }

  private parse(filePath: string): SourceFile | undefined {
    const text = this.textOf(filePath);
    if (text === undefined) return undefined;
    this.keptParsed += text.length;
    try {
      return parseFile(filePath, text, { settings: this.settings, links: this.links, facts: this.facts });
    } catch (error) {
      this.skip(filePath, `it cannot be parsed (${(error as Error).message})`);
      return undefined;
    }
  }

  /** Whether the file began with a byte order mark. */
  hadMark(filePath: string): boolean {
    return this.texts.hadMark(filePath);
  }

  /** Whether the file holds bytes that its text does not: it is not UTF-8. */
  isLossy(filePath: string): boolean {
    return this.textOf(filePath)?.includes('\uFFFD') === true && !isUtf8(readFileSync(filePath));
  }

  /** Names a file that cannot be worked with. The others go on. */
  skip(filePath: string, reason: string): void {
    const relative = path.relative(this.root, filePath);
    if (!this.skipped.some((one) => one.path === relative)) this.skipped.push({ path: relative, reason });
  }
}

/** Why a file is skipped that takes more calls within calls than there is room for. */
export const TOO_DEEP = 'its code calls or nests too deep to be followed';

/** Whether following the code took more calls within calls than there is room for. */
export function isStackOverflow(error: unknown): boolean {
  return error instanceof RangeError && /call stack/i.test(error.message);
}

const isStorageMentioned = matcherOf(STORAGE_HINT);

/** Text without which no server sets a cookie that scripts cannot read. */
const HTTP_ONLY = /httponly/i;

/** Whether a text may take a credential out of an object, by the names of what it reads: few do, and the others need no tree. */
function takesCredential(text: string, settings: Settings): boolean {
  for (const [, name = ''] of text.matchAll(MEMBERS)) {
    const { verdict } = readName(name, settings.names);
    if (verdict === 'credential' || verdict === 'likely') return true;
  }
  return false;
}
