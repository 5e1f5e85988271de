import path from 'node:path';
import { parseArgs } from 'node:util';
import colors from 'picocolors';
import { version } from '../../package.json' with { type: 'json' };
import type { PresetName } from '../configs.ts';
import { presets } from '../configs.ts';
import { printScan } from './print-scan.ts';
import { readProjectSettings } from './project-settings.ts';
import { scan } from './scan.ts';

/** Where the command runs, and where its words go. */
export interface Surroundings {
  readonly cwd: string;
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  /** Whether people read what is said: colours, then. */
  readonly isTerminal: boolean;
  /** Whether somebody is there to answer. */
  readonly canAsk: boolean;
}

/** 0: nothing to say; 1: findings; 2: the command could not do what it was asked. */
export type ExitCode = 0 | 1 | 2;

const HELP = `httponly ${version}: gets session tokens out of reach of scripts

Usage
  httponly scan [paths…] [options]           say where credentials are within reach of scripts
  httponly migrate [options]                 move the app in this folder to HttpOnly cookies
  httponly undo                              take the last migration back
  httponly codemod NAME [paths…] [options]   run one codemod

httponly migrate --help and httponly codemod --help say more.

Options of scan
  --preset NAME   the rules to ask: ${Object.keys(presets).join(', ')} (recommended)
  --json          findings as JSON, for programs
  --no-color      no colours

  -h, --help      this page
  -v, --version   the version

Exit codes: 0 nothing found, 1 findings, 2 errors.
`;

/**
 * Runs the command.
 *
 * @param args The words after the command's name.
 * @returns The exit code. Nothing is thrown for what a user may get wrong.
 */
export async function run(args: readonly string[], surroundings: Surroundings): Promise<ExitCode> {
  const [command, ...rest] = args;
  try {
    switch (command) {
      case undefined:
      case 'help':
      case '-h':
      case '--help':
        surroundings.out(HELP);
        return command === undefined ? 2 : 0;
      case '-v':
      case '--version':
        surroundings.out(version);
        return 0;
      case 'scan':
        return runScan(rest, surroundings);
      case 'migrate':
        // What a migration needs loads only with it.
        return await (await import('./migrate.ts')).migrate(rest, surroundings);
      case 'undo':
        return (await import('./migrate.ts')).undo(surroundings);
      case 'codemod':
        return (await import('./codemod.ts')).codemod(rest, surroundings);
      default:
        surroundings.error(`httponly: '${command}' is not a command. Commands: scan, migrate, undo, codemod. httponly --help says more.`);
        return 2;
    }
  } catch (error) {
    surroundings.error(`httponly: ${error instanceof Error ? error.message : String(error)}`);
    return 2;
  }
}

function runScan(args: readonly string[], { cwd, out, isTerminal }: Surroundings): ExitCode {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      preset: { type: 'string', default: 'recommended' },
      json: { type: 'boolean', default: false },
      'no-color': { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    out(HELP);
    return 0;
  }
  if (!Object.hasOwn(presets, values.preset))
    throw new Error(`--preset ${values.preset}: there is no such preset. Presets: ${Object.keys(presets).join(', ')}.`);
  const root = path.resolve(cwd);
  const result = scan(root, { paths: positionals, preset: values.preset as PresetName, settings: readProjectSettings(root) });
  out(
    values.json
      ? JSON.stringify({ version, ...result }, undefined, 2)
      : printScan(result, colors.createColors(isTerminal && !values['no-color'] && !process.env['NO_COLOR'])),
  );
  if (result.failures.length > 0) return 2;
  return result.findings.length > 0 ? 1 : 0;
}
