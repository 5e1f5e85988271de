import path from 'node:path';
import type { presets } from '../configs.ts';
import { applyPlan } from '../project/apply.ts';
import type { PlannedConfig } from '../project/linter-config.ts';
import { linesFor, planLinterConfigs } from '../project/linter-config.ts';
import { suppressWithEslint } from '../project/own-tools.ts';
import { installCommand, packageManagerOf } from '../project/package-manager.ts';
import { readJson } from '../project/packages.ts';
import { rules } from '../rules/index.ts';
import { COMMON_HELP, COMMON_OPTIONS, folderOf, oneOf, readArguments } from './arguments.ts';
import { diffOf } from './print-plan.ts';
import type { CommandContext, ExitCode } from './run.ts';

const PRESETS = ['recommended', 'strict', 'browser', 'server'] as const satisfies readonly (keyof typeof presets)[];

const INIT_OPTIONS = {
  ...COMMON_OPTIONS,
  preset: { type: 'string', default: 'recommended' },
  suppress: { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
} as const;

const INIT_HELP = `Usage
  httponly init [options]   add the rules to the linter that this folder has a configuration of

ESLint's eslint.config.* and oxlint's .oxlintrc.json are changed, and nothing in them is executed.

Options
  --preset NAME        ${PRESETS.join(', ')} (recommended)
  --suppress           run the project's ESLint, which leaves what these rules find now in eslint-suppressions.json
  --dry-run            show the change and stop
${COMMON_HELP}

Exit codes: 0 added or there already, 1 something is left for a person, 2 errors.
`;

/** Adds the plugin to the configuration of ESLint or oxlint. */
export function init(args: readonly string[], { cwd, out, error }: CommandContext): ExitCode {
  const { values } = readArguments(args, { command: 'init', options: INIT_OPTIONS, allowPositionals: false });
  if (values.help) {
    out(INIT_HELP);
    return 0;
  }
  const root = folderOf(cwd, values.cwd);
  const preset = oneOf('preset', values.preset, PRESETS);
  const configs = planLinterConfigs(root, preset);
  if (configs.length === 0) {
    error(NO_LINTER);
    return 2;
  }
  for (const config of configs) out(saidOf(root, config, preset));
  if (values['dry-run']) return codeOf(configs);
  const files = configs.flatMap((one) => (one.kind === 'changed' ? [one.file] : []));
  const { refused } = applyPlan({ root, files }, { isWhole: true, isRecorded: false });
  for (const { path: file, reason } of refused) error(`Not written: ${file}: ${reason}.`);
  if (refused.length > 0) return 2;
  if (!isInstalled(root)) out(`To install: ${installCommand(packageManagerOf(root), '.', ['-D', 'eslint-plugin-httponly'])}`);
  return values.suppress ? suppressed(root, configs, { out, error }) : codeOf(configs);
}

const NO_LINTER = `There is no eslint.config.* and no .oxlintrc.json here. npx eslint-plugin-httponly scan needs neither;
https://eslint.org/docs/latest/use/getting-started says how to begin with ESLint.`;

function codeOf(configs: readonly PlannedConfig[]): ExitCode {
  return configs.some(({ kind }) => kind === 'left') ? 1 : 0;
}

function saidOf(root: string, config: PlannedConfig, preset: string): string {
  if (config.kind === 'changed') return diffOf(root, config.file);
  const name = path.relative(root, config.path);
  if (config.kind === 'there') return `${name} has the plugin already.`;
  return [`${name} is left alone: ${config.reason}. Add by hand:`, ...linesFor(config.path, preset).map((line) => `  ${line}`)].join('\n');
}

function isInstalled(root: string): boolean {
  const { dependencies, devDependencies } = readJson(path.join(root, 'package.json')) ?? {};
  return [dependencies, devDependencies].some((one) => typeof one === 'object' && one !== null && 'eslint-plugin-httponly' in one);
}

/** Lets the project's ESLint write down what the rules find now. */
function suppressed(root: string, configs: readonly PlannedConfig[], { out, error }: Pick<CommandContext, 'out' | 'error'>): ExitCode {
  if (!configs.some((one) => one.kind !== 'left' && one.linter === 'eslint')) {
    error('--suppress: suppressions are a file of ESLint, which has no configuration here.');
    return 2;
  }
  const problem = suppressWithEslint(root, Object.keys(rules));
  if (problem !== undefined) {
    error(`--suppress: ${problem}`);
    return 2;
  }
  out('What the rules find now is in eslint-suppressions.json: commit it. New findings are shown.');
  return codeOf(configs);
}
