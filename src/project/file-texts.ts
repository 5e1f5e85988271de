import { readFileSync } from 'node:fs';
import { mayExpose } from '../exposures/index.ts';
import { isBundle } from '../syntax/bundles.ts';
import type { Settings } from '../syntax/settings.ts';
import { moduleSourcesIn } from './module-sources.ts';

/** Files that concern us whatever they say. */
const RELEVANT_NAME = /[/\\]next\.config\.[cm]?[jt]s$/;

/** Text by which a file can concern us for what other files say. */
const RELEVANT = /token|jwt|bearer|storage|cookie|session|secret|authorization|credentials|cors|persist|password|\.json\s*\(/i;

/** Characters of texts that are kept at most, so that a second look is cheap. */
const MOST_TEXT = 16_000_000;

/** Where texts come from. */
export interface TextSources {
  readonly settings: Settings;
  /** Texts that files will have: they are taken for those on the disk, which need not be there yet. */
  readonly planned: ReadonlyMap<string, string>;
  /** Texts as they are, which are asked for those that are not planned. */
  readonly before: FileTexts | undefined;
  /** Told of each file that cannot be read, once. */
  readonly onUnreadable: (filePath: string, reason: string) => void;
}

/** The texts of files, and what they say by themselves: whether they concern us, which modules they ask for. No tree is needed. */
export class FileTexts {
  private readonly sources: TextSources;
  private readonly texts = new Map<string, string | undefined>();
  private keptText = 0;
  private readonly marked = new Set<string>();
  private readonly relevant = new Map<string, boolean>();
  private readonly modules = new Map<string, ReadonlySet<string>>();

  constructor(sources: TextSources) {
    this.sources = sources;
  }

  /** Whether any text is a planned one. */
  get hasPlanned(): boolean {
    return this.sources.planned.size > 0;
  }

  /** Whether a file's text is a planned one. */
  isPlanned(filePath: string): boolean {
    return this.sources.planned.has(filePath);
  }

  /** The text of a file without its byte order mark, or undefined where it cannot be read. */
  textOf(filePath: string): string | undefined {
    const before = this.before(filePath);
    if (before) return before.textOf(filePath);
    if (this.texts.has(filePath)) return this.texts.get(filePath);
    const text = this.read(filePath);
    if (this.keptText > MOST_TEXT) {
      this.texts.clear();
      this.keptText = 0;
    }
    this.texts.set(filePath, text);
    this.keptText += text?.length ?? 0;
    return text;
  }

  /** Whether the file began with a byte order mark. */
  hadMark(filePath: string): boolean {
    return this.before(filePath)?.hadMark(filePath) ?? this.marked.has(filePath);
  }

  /** Whether a file can concern us. */
  isRelevant(filePath: string): boolean {
    const before = this.before(filePath);
    if (before) return before.isRelevant(filePath);
    let answer = this.relevant.get(filePath);
    if (answer === undefined) {
      const text = this.textOf(filePath) ?? '';
      answer = (RELEVANT.test(text) || mayExpose(text, this.sources.settings) || RELEVANT_NAME.test(filePath)) && !isBundle(text);
      this.relevant.set(filePath, answer);
    }
    return answer;
  }

  /** What a file asks for of other modules, by its words. */
  modulesOf(filePath: string): ReadonlySet<string> {
    const before = this.before(filePath);
    if (before) return before.modulesOf(filePath);
    let found = this.modules.get(filePath);
    if (!found) this.modules.set(filePath, (found = moduleSourcesIn(this.textOf(filePath) ?? '')));
    return found;
  }

  /** The texts as they are, for a file that stays as it is. */
  private before(filePath: string): FileTexts | undefined {
    return this.isPlanned(filePath) ? undefined : this.sources.before;
  }

  private read(filePath: string): string | undefined {
    try {
      const text = this.sources.planned.get(filePath) ?? readFileSync(filePath, 'utf8');
      if (!text.startsWith('\uFEFF')) return text;
      this.marked.add(filePath);
      return text.slice(1);
    } catch (error) {
      this.sources.onUnreadable(filePath, `it cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)})`);
      return undefined;
    }
  }
}
