import { version } from '../../package.json' with { type: 'json' };
import { didYouMean } from './near-words.ts';
import { printable } from './printable.ts';

/** Where the command runs, and where its words go. */
export interface CommandContext {
  readonly cwd: string;
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  /** Shows a long text in a pager; false where there is none. */
  readonly page?: (text: string) => boolean;
  /** Whether people read what is said: colours, then. */
  readonly isTerminal: boolean;
  /** Characters that a line of the terminal takes, where it is one. */
  readonly width?: number | undefined;
  /** Whether somebody is there to answer. */
  readonly canAsk: boolean;
}

/** 0: nothing to say; 1: findings; 2: the command could not do what it was asked; 130: the user gave it up. */
export type ExitCode = 0 | 1 | 2 | 130;

type Command = (args: readonly string[], context: CommandContext) => ExitCode | Promise<ExitCode>;

/** The commands. What one needs loads only with it. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  init: async () => (await import('./init.ts')).init,
  scan: async () => (await import('./scan-command.ts')).scanCommand,
  migrate: async () => (await import('./migrate.ts')).migrate,
  undo: async () => (await import('./undo.ts')).undo,
  codemod: async () => (await import('./codemod.ts')).codemod,
  verify: async () => (await import('./verify-command.ts')).verifyCommand,
};

const HELP = `httponly ${version}: gets session tokens out of reach of scripts

Usage
  httponly init [options]                    add the rules to ESLint's or oxlint's configuration
  httponly scan [paths…] [options]           say where credentials are within reach of scripts
  httponly migrate [options]                 move the app in this folder to HttpOnly cookies
  httponly undo [options]                    take the last migration back
  httponly codemod NAME [paths…] [options]   run one codemod
  httponly verify URL [options]              sign in to the running app and say what scripts can read

httponly COMMAND --help says more of each.

  -h, --help      this page
  -v, --version   the version

Exit codes: 0 nothing found or left, 1 something found or left, 2 errors.
`;

/** What is printed for a word that is no command, whatever follows it. */
const PAGES: ReadonlyMap<string, string> = new Map([
  ['help', HELP],
  ['-h', HELP],
  ['--help', HELP],
  ['-v', version],
  ['--version', version],
]);

/**
 * Runs the command.
 *
 * @param args The words after the command's name.
 * @returns The exit code. Nothing is thrown for what a user may get wrong.
 */
export async function run(args: readonly string[], context: CommandContext): Promise<ExitCode> {
  return await runIn(args, {
    ...context,
    // What is written into a file or given to a program stays as it is: a diff has every character.
    out: (text) => {
      context.out(context.isTerminal ? printable(text) : text);
    },
    error: (text) => {
      context.error(printable(text));
    },
    page: (text) => context.page?.(printable(text)) ?? false,
  });
}

async function runIn(args: readonly string[], context: CommandContext): Promise<ExitCode> {
  const [first, ...rest] = args;
  // `httponly help undo` is `httponly undo --help`.
  const [name, words] = first === 'help' && rest[0] !== undefined ? [rest[0], ['--help']] : [first, rest];
  try {
    if (name === undefined) {
      context.out(HELP);
      return 2;
    }
    const page = PAGES.get(name);
    if (page !== undefined) {
      context.out(page);
      return 0;
    }
    const command = await commandNamed(name);
    return await command(words, context);
  } catch (error) {
    context.error(`httponly: ${error instanceof Error ? error.message : String(error)}`);
    return 2;
  }
}

/** @throws {Error} When there is no command of that name. */
async function commandNamed(name: string): Promise<Command> {
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (load) return await load();
  const names = Object.keys(COMMANDS);
  const isOption = name.startsWith('-');
  const problem = isOption ? `there is no option '${name}' before a command` : `'${name}' is not a command`;
  const known = isOption ? ['--help', '--version'] : names;
  throw new Error(`${problem}${didYouMean(name, known)} Commands: ${names.join(', ')}. httponly --help says more.`);
}
