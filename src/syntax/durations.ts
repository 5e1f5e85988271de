/** Seconds in each unit that `ms` and jose know: https://github.com/vercel/ms, https://github.com/panva/jose (`setExpirationTime`). */
const UNITS: readonly (readonly [pattern: RegExp, seconds: number])[] = [
  [/^(?:milliseconds?|msecs?|ms)$/, 0.001],
  [/^(?:seconds?|secs?|s)$/, 1],
  [/^(?:minutes?|mins?|m)$/, 60],
  [/^(?:hours?|hrs?|h)$/, 3600],
  [/^(?:days?|d)$/, 86_400],
  [/^(?:weeks?|w)$/, 604_800],
  [/^(?:months?|mo)$/, 2_592_000],
  [/^(?:years?|yrs?|y)$/, 31_557_600],
];

/** Seconds in a unit by its name (`d`, `days`), or undefined. */
export function secondsIn(unit: string): number | undefined {
  return UNITS.find(([pattern]) => pattern.test(unit.toLowerCase()))?.[1];
}

/**
 * Reads a time span as people write it: `15m`, `2 days`, `1.5h`, `7d from now`.
 *
 * @param text What is written.
 * @param bare Seconds for a number without a unit: `ms` takes it for milliseconds.
 * @returns Seconds, or undefined where it is no time span.
 */
export function secondsOf(text: string, bare = 0.001): number | undefined {
  const [, amount, unit = ''] = /^(\d+(?:\.\d+)?) ?([a-z]*)(?: from now)?$/i.exec(text.trim()) ?? [];
  if (amount === undefined) return undefined;
  const seconds = unit === '' ? bare : secondsIn(unit);
  return seconds === undefined ? undefined : Number(amount) * seconds;
}

const NAMES: readonly (readonly [name: string, seconds: number])[] = [
  ['year', 31_536_000],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
];

/** A time span for people, in the largest unit in which it is about a whole or half number: "7 days", "90 minutes". */
export function spanInWords(seconds: number): string {
  if (seconds < 1) return 'less than a second';
  const halves = (unit: number): number => Math.round((seconds / unit) * 2) / 2;
  // A year is 365 days and a quarter to `ms`.
  const [name, unit] =
    NAMES.find(([, one]) => seconds >= one && Math.abs(halves(one) * one - seconds) < one / 1000) ??
    NAMES.find(([, one]) => seconds >= one)!;
  const amount = Math.round((seconds / unit) * 10) / 10;
  return `${amount} ${name}${amount === 1 ? '' : 's'}`;
}
