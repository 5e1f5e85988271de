import { splitWords } from './words.ts';

/**
 * What a token is for, by which its life is measured: `access` opens the API, `refresh` gets new access tokens, `session` is looked up
 * on the server, `one-time` is for a single step (a reset link, a second factor), `other` is no user's session at all.
 */
export type TokenRole = 'access' | 'refresh' | 'session' | 'one-time' | 'other';

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

const ONE_TIME =
  words(`reset recover recovery verify verification verified verifying confirm confirmation confirming invite invitation inviting
  activate activation magic otp mfa totp 2fa twofactor factor challenge onetime passwordless forgot forgotten download share preview
  registration state exchange temp temporary pending impersonate impersonation`);
/** Tokens of machines and mailings, which are kept and revoked by other means. */
const OTHER = words(`api apikey apikeys service services webhook webhooks push apple google github gitlab firebase zoom livekit twilio
  license licence bot unsubscribe unsubscription embed deploy integration machine m2m internal widget calendar feed device agent worker
  cron anon anonymous metabase stream turn`);
const ACCESS = words('access auth authentication authorization login signin jwt bearer user');

/** The role that a name says, or undefined where it says none. */
export function roleByName(name: string): TokenRole | undefined {
  const parts = splitWords(name);
  if (parts.includes('refresh')) return 'refresh';
  if (parts.some((word) => ONE_TIME.has(word))) return 'one-time';
  if (parts.some((word) => OTHER.has(word)) || (parts.includes('client') && parts.includes('secret'))) return 'other';
  return parts.some((word) => ACCESS.has(word)) ? 'access' : undefined;
}
