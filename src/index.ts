import type { ESLint, Linter, Rule } from 'eslint';
import { name, version } from '../package.json' with { type: 'json' };
import type { PresetName } from './configs.ts';
import { presets } from './configs.ts';
import { rules } from './rules/index.ts';

/** The plugin, as a flat configuration takes it. */
export interface HttponlyPlugin extends ESLint.Plugin {
  readonly meta: { readonly name: string; readonly version: string; readonly namespace: 'httponly' };
  readonly rules: Record<string, Rule.RuleModule>;
  readonly configs: Record<PresetName, Linter.Config>;
}

const plugin: HttponlyPlugin = {
  meta: { name, version, namespace: 'httponly' },
  rules: rules,
  configs: {} as HttponlyPlugin['configs'],
};

// After the object, because each preset holds the plugin itself.
for (const [preset, severities] of Object.entries(presets)) {
  plugin.configs[preset as PresetName] = {
    name: `httponly/${preset}`,
    plugins: { httponly: plugin },
    rules: { ...severities } as Linter.RulesRecord,
  };
}

export default plugin;

// What require() of this module returns: https://nodejs.org/api/modules.html#loading-ecmascript-modules-using-require
export { plugin as 'module.exports' };
