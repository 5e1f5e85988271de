import type { InvalidCase, ValidCase } from './rule-cases.ts';

/** An object that stores, as a library gives it. */
export interface StorageObject {
  readonly source: string;
  /** The export that is the storage; none for the default export. */
  readonly exported?: string;
  /**
   * What makes the storage of the export, with `$` for the export: `new $()`, `$.createInstance()`. The export itself
   * where it is left out.
   */
  readonly made?: string;
  readonly write?: string;
  readonly read?: string;
  readonly remove?: string;
  readonly filename?: string;
  /** How one key and its value are given: `'$key', $value` unless the library takes an object. */
  readonly given?: string;
  readonly asked?: string;
  /** The message about it, where it is the same for writing and reading. */
  readonly messageId?: string;
}

/** A function that stores. */
export interface StorageFunction {
  readonly source: string;
  readonly exported: string;
  /** The whole of the arguments, with `$key` and `$value`. */
  readonly given?: string;
  readonly filename?: string;
}

interface Cases {
  readonly valid: ValidCase[];
  readonly invalid: InvalidCase[];
}

/** A case of its code, in which `▶` stands before what is reported. */
export function reported(name: string, marked: string, messageId: string, more: Partial<ValidCase> = {}): InvalidCase {
  const errors: { messageId: string; line: number; column: number }[] = [];
  const code = marked
    .split('\n')
    .map((line, i) => {
      for (let at = line.indexOf('▶'), seen = 0; at >= 0; at = line.indexOf('▶', at + 1), seen++)
        errors.push({ messageId, line: i + 1, column: at - seen + 1 });
      return line.replaceAll('▶', '');
    })
    .join('\n');
  return { name, code, errors, ...more };
}

/**
 * Every way in which code reaches one object: direct, renamed, namespace, required, aliased, destructured, optional,
 * wrapped; and its look-alikes.
 */
export function casesOfObject({
  source,
  exported,
  made = '$',
  write = 'set',
  read = 'get',
  remove = 'remove',
  filename,
  given = "'$key', $value",
  asked = "'$key'",
  messageId,
}: StorageObject): Cases {
  const title = (what: string): string => `${source}${exported === undefined ? '' : ` ${exported}`}: ${what}`;
  const put = (key: string, value: string): string => given.replace("'$key'", key).replace('$value', value);
  const ask = (key: string): string => asked.replace("'$key'", key);
  const storage = (name: string): string => made.replace('$', name);
  const named = (local: string): string =>
    exported === undefined
      ? `import ${local} from '${source}';`
      : `import { ${exported === local ? local : `${exported} as ${local}`} } from '${source}';`;
  const make = (local = exported ?? 'Library'): string => `${named(local)}\nconst vault = ${storage(local)};\n`;
  const more = filename === undefined ? {} : { filename };
  const one = (what: string, code: string, usual = 'written'): InvalidCase => reported(title(what), code, messageId ?? usual, more);
  const token = "'accessToken'";
  return {
    invalid: [
      one('direct', `${make()}▶vault.${write}(${put(token, 'data.token')});`),
      one('the import is renamed', `${make('Renamed')}▶vault.${write}(${put(token, 'data.token')});`),
      one(
        'namespace',
        `import * as all from '${source}';\nconst vault = ${storage(exported === undefined ? 'all.default' : `all.${exported}`)};\n▶vault.${write}(${put(token, 'data.token')});`,
      ),
      one(
        'required',
        `const ${exported === undefined ? 'Library' : `{ ${exported} }`} = require('${source}');\nconst vault = ${storage(exported ?? 'Library')};\n▶vault.${write}(${put(token, 'data.token')});`,
      ),
      one('aliased', `${make()}const alias = vault;\n▶alias.${write}(${put(token, 'data.token')});`),
      one('destructured', `${make()}const { ${write}: put } = vault;\n▶put(${put(token, 'data.token')});`),
      one('optional chaining', `${make()}▶vault?.${write}?.(${put(token, 'data.token')});`),
      one('the key is a constant', `${make()}const KEY = 'jwt';\n▶vault.${write}(${put('KEY', 'data.value')});`),
      one('a wrapper', `${make()}const save = (key, value) => vault.${write}(${put('key', 'value')});\n▶save('jwt', data.value);`),
      one('read', `${make()}export const current = () => ▶vault.${read}(${ask(token)});`, 'read'),
    ],
    valid: [
      {
        name: title('a setting'),
        code: `${make()}vault.${write}(${put("'theme'", 'theme')});\nvault.${read}(${ask("'theme'")});`,
        ...more,
      },
      {
        name: title("another trade's token"),
        code: `${make()}vault.${write}(${put("'csrfToken'", 'csrfToken')});\nvault.${read}(${ask("'nextPageToken'")});`,
        ...more,
      },
      { name: title('a flag'), code: `${make()}vault.${write}(${put("'hasToken'", 'Boolean(token)')});`, ...more },
      { name: title('removal'), code: `${make()}vault.${remove}(${ask(token)});`, ...more },
      {
        name: title("another package's export of that name"),
        code: `import ${exported === undefined ? 'Library' : `{ ${exported} }`} from 'unrelated';\nconst vault = ${storage(exported ?? 'Library')};\nvault.${write}(${put(token, 'data.token')});\nvault.${read}(${ask(token)});`,
        ...more,
      },
    ],
  };
}

/** Every way in which code reaches one function. */
export function casesOfFunction({ source, exported, given = "'$key', $value", filename }: StorageFunction, messageId: string): Cases {
  const args = (key: string, value: string): string => given.replace("'$key'", key).replace('$value', value);
  const title = (what: string): string => `${source} ${exported}: ${what}`;
  const token = args("'accessToken'", 'data.token');
  const more = filename === undefined ? {} : { filename };
  const one = (what: string, code: string): InvalidCase => reported(title(what), code, messageId, more);
  return {
    invalid: [
      one('direct', `import { ${exported} } from '${source}';\n▶${exported}(${token});`),
      one('renamed', `import { ${exported} as renamed } from '${source}';\n▶renamed(${token});`),
      one('namespace', `import * as all from '${source}';\n▶all.${exported}(${token});`),
      one('required', `const { ${exported} } = require('${source}');\n▶${exported}(${token});`),
      one('aliased', `import { ${exported} } from '${source}';\nconst alias = ${exported};\n▶alias(${token});`),
      one('optional chaining', `import * as all from '${source}';\n▶all.${exported}?.(${token});`),
      one(
        'a wrapper',
        `import { ${exported} } from '${source}';\nconst useIt = (key, value) => ${exported}(${args('key', 'value')});\n▶useIt('accessToken', data.token);`,
      ),
    ],
    valid: [
      { name: title('a setting'), code: `import { ${exported} } from '${source}';\n${exported}(${args("'theme'", 'theme')});`, ...more },
      {
        name: title("another trade's token"),
        code: `import { ${exported} } from '${source}';\n${exported}(${args("'csrfToken'", 'csrfToken')});`,
        ...more,
      },
      { name: title('another package'), code: `import { ${exported} } from 'unrelated';\n${exported}(${token});`, ...more },
    ],
  };
}

/** One list of many. */
export function joined(all: readonly Cases[]): Cases {
  return { valid: all.flatMap(({ valid }) => valid), invalid: all.flatMap(({ invalid }) => invalid) };
}
