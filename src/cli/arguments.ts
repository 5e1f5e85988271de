import { statSync } from 'node:fs';
import path from 'node:path';
import type { ParseArgsConfig } from 'node:util';
import { parseArgs } from 'node:util';
import { didYouMean } from './near-words.ts';

/** The options that every command has. */
export const COMMON_OPTIONS = {
  cwd: { type: 'string' },
  'no-color': { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** The options that every command has, for its page of help. */
export const COMMON_HELP = `  --cwd PATH           the folder to work in, instead of this one
  --no-color           no colours
  -h, --help           this page`;

type Options = NonNullable<ParseArgsConfig['options']>;

/** What a command takes. */
interface Grammar<T extends Options> {
  readonly command: string;
  readonly options: T;
  readonly allowPositionals: boolean;
}

type Read<T extends Options> = ReturnType<typeof parseArgs<{ options: T; allowPositionals: true }>>;

/**
 * Reads a command's arguments. Where help is asked for, nothing else has to be right.
 *
 * @throws {Error} For an option that the command does not have, a value that is missing or too many, a word too many.
 */
export function readArguments<T extends Options>(args: readonly string[], { command, options, allowPositionals }: Grammar<T>): Read<T> {
  const loose = parseArgs({ args: [...args], options, allowPositionals: true, strict: false, tokens: true });
  const asksHelp = loose.tokens.some((token) => token.kind === 'option' && token.name === 'help');
  const read = (given: string[]): unknown => parseArgs({ args: given, options, allowPositionals: true });
  if (asksHelp) return read(['--help']) as Read<T>;
  for (const token of loose.tokens) {
    if (token.kind === 'positional' && !allowPositionals)
      throw new Error(`httponly ${command} takes no '${token.value}'. httponly ${command} --help says what it takes.`);
    if (token.kind !== 'option') continue;
    const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
    const known = Object.keys(options).map((name) => `--${name}`);
    if (!option)
      throw new Error(
        `httponly ${command} has no option '${token.rawName}'${didYouMean(token.rawName, known)} httponly ${command} --help lists them.`,
      );
    if (option.type === 'boolean' && token.value !== undefined) throw new Error(`${token.rawName} takes no value.`);
    if (option.type === 'string' && (token.value === undefined || (!token.inlineValue && token.value.startsWith('-'))))
      throw new Error(`${token.rawName} needs a value.`);
  }
  return read([...args]) as Read<T>;
}

/**
 * The folder that a command works in.
 *
 * @throws {Error} When --cwd names none.
 */
export function folderOf(cwd: string, wanted: string | undefined): string {
  if (wanted === undefined) return path.resolve(cwd);
  const folder = path.resolve(cwd, wanted);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new Error(`--cwd ${wanted}: there is no such folder.`);
  return folder;
}

/** The steps of a rollout. */
export const PHASES = ['all', 'server', 'client', 'cleanup'] as const;

/**
 * An option's value, which is one of a few.
 *
 * @throws {Error} For a value that the option does not have.
 */
export function oneOf<T extends string, V extends string | undefined>(
  name: string,
  value: V,
  allowed: readonly T[],
): T | (undefined extends V ? undefined : never) {
  if (value !== undefined && !(allowed as readonly string[]).includes(value))
    throw new Error(`--${name} ${value}: it can be ${allowed.join(', ')}.`);
  return value as unknown as T;
}
