import { rules } from './rules/index.ts';

/** Rules that speak of what a browser runs; the others speak of servers, and some of both. */
const BROWSER_RULES = new Set(['no-client-bearer-token', 'no-script-readable-token-cookie', 'no-token-in-browser-storage', 'no-token-in-client-session', 'no-token-in-message', 'no-token-in-page-props', 'no-token-on-global', 'require-credentialed-request']);
const BOTH = new Set(['no-token-in-log', 'no-token-in-url', 'no-unfinished-migration']);

export type PresetName = 'recommended' | 'strict' | 'browser' | 'server';
type Rules = Readonly<Record<string, 'error'>>;

function where(is: (name: string) => boolean): Rules {
  return Object.fromEntries(Object.keys(rules).filter(is).map((rule) => [`httponly/${rule}`, 'error' as const]));
}

const isRecommended = (rule: string): boolean => rules[rule]!.definition.recommended;

/** The presets: which rules are on. All as errors, so that ESLint's bulk suppressions can hold the old ones of a legacy app. */
export const presets: Readonly<Record<PresetName, Rules>> = {
  recommended: where(isRecommended),
  strict: where(() => true),
  browser: where((rule) => isRecommended(rule) && (BROWSER_RULES.has(rule) || BOTH.has(rule))),
  server: where((rule) => isRecommended(rule) && (!BROWSER_RULES.has(rule) || BOTH.has(rule))),
};
