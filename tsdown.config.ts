import { createRequire } from 'node:module';
import { defineConfig } from 'tsdown';

const codemods = [
  'bearer-to-cookie',
  'token-response-to-cookie',
  'cookie-auth',
  'credentialed-cors',
  'harden-cookies',
  'require-env-secret',
  'next-auth-session',
];

interface BuiltRule {
  readonly meta: object;
  readonly definition: { readonly recommended: boolean; readonly profilesOnly?: boolean };
}

/**
 * The lint door says what rules there are, and loads how they look at code with the first file that is linted: ESLint
 * imports every plugin of a configuration, also where it only wants to know what that says.
 */
const rulesOnDemand = {
  name: 'rules-on-demand',
  load(id: string): string | undefined {
    if (!/[/\\]src[/\\]rules[/\\]index\.ts$/.test(id)) return undefined;
    const { rules } = createRequire(import.meta.url)('./dist/rules.cjs') as { rules: Record<string, BuiltRule> };
    const known = Object.entries(rules).map(
      ([
        name,
        {
          meta,
          definition: { recommended, profilesOnly },
        },
      ]) => [name, { meta, definition: { recommended, profilesOnly } }],
    );
    return `import { createRequire } from 'node:module';
const load = createRequire(import.meta.url);
let looks;
const create = (name, context) => (looks ??= load('./rules.cjs').rules)[name].create(context);
export const rules = Object.fromEntries(
  ${JSON.stringify(known)}.map(([name, rule]) => [name, { ...rule, create: (context) => create(name, context) }]),
);`;
  },
};

/**
 * The scope analysis is bundled: it is a hundred files, which take longer to find and to load than most apps take to scan.
 * Half of them name what each version of JavaScript has; we ask it for none of that.
 */
const bundledScopes = {
  deps: { alwaysBundle: [/^@typescript-eslint\/(?:scope-manager|visitor-keys|types)$/, 'eslint-visitor-keys'] },
  plugins: [
    {
      name: 'scopes-without-libraries',
      load: (id: string) => (/[/\\]scope-manager[/\\]dist[/\\]lib[/\\]index\.js$/.test(id) ? 'exports.lib = new Map();' : undefined),
    },
  ],
};

export default defineConfig([
  {
    // The lint door. dist/rules.cjs, behind it, is made before by tsdown.rules.config.ts.
    entry: { index: 'src/index.ts' },
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    dts: true,
    minify: true,
    fixedExtension: false,
    clean: false,
    plugins: [rulesOnDemand],
  },
  {
    // The matcher for tests in a browser.
    entry: { playwright: 'src/playwright.ts' },
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    dts: true,
    fixedExtension: false,
    clean: false,
  },
  {
    // The command, whose parts load when they are asked for.
    ...bundledScopes,
    entry: { cli: 'src/cli/main.ts' },
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    dts: false,
    fixedExtension: false,
    clean: false,
    banner: '#!/usr/bin/env node',
  },
  {
    // The transforms, for jscodeshift: one module each, named by its id.
    ...bundledScopes,
    entry: Object.fromEntries(codemods.map((name) => [`codemods/${name}`, `src/codemods/${name}.ts`])),
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    dts: false,
    fixedExtension: false,
    clean: false,
    copy: [{ from: 'src/codemods/transform.d.ts', to: 'dist' }],
  },
]);
