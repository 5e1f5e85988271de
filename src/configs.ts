import { rules } from './rules/index.ts';

/** Rules that speak of what a browser runs; the others speak of servers, and some of both. */
const BROWSER_RULES = new Set([
  'no-client-bearer-token',
  'no-script-readable-token-cookie',
  'no-token-in-browser-storage',
  'no-token-in-client-session',
  'no-token-in-message',
  'no-token-in-native-storage',
  'no-token-in-page-props',
  'no-token-in-persisted-state',
  'no-token-on-global',
  'require-credentialed-request',
]);
const BOTH = new Set(['no-token-in-log', 'no-token-in-url', 'no-unfinished-migration']);

/** A rule as a configuration takes it: on, or on with options. */
export type Severity = 'error' | readonly ['error', object];

export type PresetName = 'recommended' | 'strict' | 'browser' | 'server' | 'profile-hipaa' | 'profile-soc2';
type Rules = Readonly<Record<string, Severity>>;

function where(is: (name: string) => boolean): Rules {
  return Object.fromEntries(
    Object.keys(rules)
      .filter(is)
      .map((rule) => [`httponly/${rule}`, 'error' as const]),
  );
}

const isRecommended = (rule: string): boolean => rules[rule]!.definition.recommended;
const isStrict = (rule: string): boolean => !rules[rule]!.definition.profilesOnly;

/** Rules with options of their own in a preset. */
function told(options: Readonly<Record<string, object>>): Rules {
  return Object.fromEntries(Object.entries(options).map(([rule, one]) => [`httponly/${rule}`, ['error', one] as const]));
}

/**
 * The presets: which rules are on. All as errors, so that ESLint's bulk suppressions can hold the old ones of a legacy app.
 *
 * A profile is what a linter can judge of a regulation's requirements, and no certification: docs/guides/compliance.md says where its
 * figures come from, and what no linter can see.
 */
export const presets: Readonly<Record<PresetName, Rules>> = {
  recommended: where(isRecommended),
  strict: { ...where(isStrict), ...told({ 'max-token-lifetime': { access: '1h', refresh: '7d', session: '7d', oneTime: '24h' } }) },
  browser: where((rule) => isRecommended(rule) && (BROWSER_RULES.has(rule) || BOTH.has(rule))),
  server: where((rule) => isRecommended(rule) && (!BROWSER_RULES.has(rule) || BOTH.has(rule))),
  // Access for 15 minutes, refresh for 8 hours, cookies that no other site can have sent: 45 CFR 164.312(a)(2)(iii), automatic logoff.
  'profile-hipaa': {
    ...where(() => true),
    ...told({
      'max-token-lifetime': { access: '15m', refresh: '8h', session: '15m', oneTime: '1h' },
      'require-cookie-attributes': { require: ['maxAge'], sameSite: 'strict' },
    }),
  },
  // A session of 2 hours at most, whatever it is renewed by.
  'profile-soc2': {
    ...where(() => true),
    ...told({
      'max-token-lifetime': { access: '2h', refresh: '2h', session: '2h', oneTime: '24h' },
      'require-cookie-attributes': { require: ['maxAge'] },
    }),
  },
};

/** The options that a preset gives a rule, or undefined where it leaves them as they are. */
export function optionsIn(preset: PresetName, rule: string): object | undefined {
  const severity = presets[preset][`httponly/${rule}`];
  return typeof severity === 'object' ? severity[1] : undefined;
}
