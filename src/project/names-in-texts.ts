/** Names as most are. One with other characters may be in any text. */
const WORDS = /[\w$]+/g;
const WORD = /^[\w$]+$/;

/** An import as it is written, at the beginning of a line. */
const IMPORT = /^[ \t]*import\b([^"'`;()]+?)\bfrom\s*["']([^"'\n]+)["']/gm;

/** The name of an element, which is no call: `<Login`, `</Login`. */
const TAG = /<\/?[\w$]+(?=[\s/>.])/g;

/** A default export that is taken by its name, or a module that is taken whole. */
const DEFAULT_BY_NAME = /\bdefault\s+as\b|\.default\b|\bdefault\s*:|\brequire\b|\bimport\s*\(/;

/** `import Login, { … } from './Login'`. */
interface DefaultImport {
  readonly local: string;
  readonly source: string;
}

/** The names in a text. */
interface Names {
  readonly all: ReadonlySet<string>;
  /** Those that stand neither in an import alone nor as an element's name alone. */
  readonly values: ReadonlySet<string>;
  /** What imports rename: `{ login as signIn }`. */
  readonly renamed: ReadonlyMap<string, string>;
  readonly defaults: readonly DefaultImport[];
  readonly takesDefaultByName: boolean;
}

/** Which names texts have, so that a file need not be parsed that has none of some. Each text is taken apart once. */
export class NamesInTexts {
  private readonly textOf: (filePath: string) => string | undefined;
  private readonly known = new Map<string, Names>();

  constructor(textOf: (filePath: string) => string | undefined) {
    this.textOf = textOf;
  }

  /** Forgets what is known: it takes as much memory as the texts. */
  clear(): void {
    this.known.clear();
  }

  /**
   * Whether a text may use something by one of some names; `default` stands for a module's default export.
   *
   * @param asValues Whether to use it as an element's name, or to import it, is not to use it.
   * @param isIt Whether a source names the module whose export it is.
   */
  uses(filePath: string, names: ReadonlySet<string>, asValues: boolean, isIt: (source: string) => boolean): boolean {
    const { all, values, renamed, defaults, takesDefaultByName } = this.of(filePath);
    const has = (name: string): boolean => (asValues ? values : all).has(name);
    for (const name of names) {
      if (!WORD.test(name) || has(name)) return true;
      const local = renamed.get(name);
      if (local !== undefined && has(local)) return true;
      if (name === 'default' && (takesDefaultByName || defaults.some((one) => has(one.local) && isIt(one.source)))) return true;
    }
    return false;
  }

  private of(filePath: string): Names {
    let found = this.known.get(filePath);
    if (!found) this.known.set(filePath, (found = namesIn(this.textOf(filePath) ?? '')));
    return found;
  }
}

function namesIn(text: string): Names {
  const renamed = new Map<string, string>();
  const defaults: DefaultImport[] = [];
  const rest = text.replace(IMPORT, (_, clause: string, source: string) => {
    for (const [, name, local] of clause.matchAll(/([\w$]+)\s+as\s+([\w$]+)/g)) renamed.set(name!, local!);
    const local = /^\s*(?:type\s+)?([\w$]+)\s*(?:,|$)/.exec(clause)?.[1];
    if (local !== undefined) defaults.push({ local, source });
    return '';
  });
  return {
    all: new Set(text.match(WORDS)),
    values: new Set(rest.replace(TAG, '').match(WORDS)),
    renamed,
    defaults,
    takesDefaultByName: DEFAULT_BY_NAME.test(text),
  };
}
