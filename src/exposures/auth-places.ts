import path from 'node:path';
import { handlerNames } from '../app/routes.ts';
import { splitWords } from '../credentials/words.ts';
import type { FunctionNode } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { textOf } from '../syntax/source-file.ts';
import { signingsOf } from './token-sources.ts';

const AUTH_WORDS = new Set([
  'auth',
  'authenticate',
  'authentication',
  'authorize',
  'login',
  'logon',
  'signin',
  'signup',
  'sign',
  'register',
  'registration',
  'session',
  'sessions',
  'oauth',
  'sso',
  'account',
  'accounts',
  'token',
  'refresh',
  'jwt',
  'user',
  'users',
  'passport',
  'credential',
  'credentials',
  'me',
]);

/** Parties whose SDKs take a token of theirs in the page, and what it is for: there it has to be answered with. */
const THIRD_PARTY_WORDS = new Set([
  'livekit',
  'twilio',
  'agora',
  'stream',
  'getstream',
  'ably',
  'pusher',
  'sendbird',
  'mapbox',
  'zoom',
  'vonage',
  'opentok',
  'deepgram',
  'assemblyai',
  'elevenlabs',
  'openai',
  'heygen',
  'jitsi',
  'speech',
  'realtime',
  'rtc',
  'video',
  'voice',
  'meeting',
  'meetings',
  'room',
  'rooms',
  'chat',
  'powerbi',
  'tableau',
  'metabase',
  'embed',
  'upload',
  'uploads',
  'sas',
]);
const SIGN_IN_WORDS = new Set(['login', 'logon', 'signin', 'signup', 'register', 'registration', 'refresh', 'authenticate']);

/**
 * Whether a handler is one where people sign in: by its route, its name, its file, or by what it does.
 *
 * @param address Its address, where not a router's call says it.
 */
export function isAuthPlace(file: SourceFile, handler: FunctionNode | undefined, address?: string): boolean {
  const names = [...(handler ? handlerNames(file, handler) : []), ...(address === undefined ? [] : [address])];
  const own = names.map(splitWords);
  // The token that an anti-forgery endpoint hands out has to be read by scripts.
  if (own.some((words) => words.includes('csrf') || words.includes('xsrf'))) return false;
  if (
    own.some((words) => words.some((word) => THIRD_PARTY_WORDS.has(word))) &&
    !own.some((words) => words.some((word) => SIGN_IN_WORDS.has(word)))
  )
    return false;
  if ([splitWords(path.basename(file.path)), ...own].some((words) => words.some((word) => AUTH_WORDS.has(word)))) return true;
  if (signingsOf(file).size > 0) return true;
  return handler !== undefined && /\bpassword\b|bcrypt|argon2/i.test(textOf(file, handler));
}

/** Whether a handler is one where people sign in or up, rather than any other of their account's. */
export function isLoginPlace(file: SourceFile, handler: FunctionNode | undefined): boolean {
  if (!handler) return false;
  // A path such as `/` leaves it to the file.
  const names = handlerNames(file, handler).filter((name) => /[a-z]/i.test(name));
  if (names.length > 0) return names.some((name) => /log-?_?in|sign-?_?(?:in|up)|register|auth/i.test(name));
  return /log-?_?in|sign-?_?(?:in|up)|register|auth|user/i.test(path.basename(file.path));
}
