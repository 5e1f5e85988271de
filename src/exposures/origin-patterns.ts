/** An origin that nobody would list: a pattern that it matches lets everybody in. */
export const STRANGER = 'https://stranger.invalid';

/** Whether a pattern of an app matches an origin; one that is none matches nothing. */
export function matchesOrigin(pattern: string, flags: string, origin: string): boolean {
  try {
    return new RegExp(pattern, flags).test(origin);
  } catch {
    return false;
  }
}
