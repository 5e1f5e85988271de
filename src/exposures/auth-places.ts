import path from 'node:path';
import { handlerNames } from '../apis/server/routes.ts';
import { splitWords } from '../credentials/words.ts';
import type { FunctionNode } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { textOf } from '../syntax/source-file.ts';
import { signingsOf } from './token-sources.ts';

const AUTH_WORDS = new Set(['auth', 'authenticate', 'authentication', 'authorize', 'login', 'logon', 'signin', 'signup', 'sign', 'register', 'registration', 'session', 'sessions', 'oauth', 'sso', 'account', 'accounts', 'token', 'refresh', 'jwt', 'user', 'users', 'passport', 'credential', 'credentials', 'me']);

/** Whether a handler is one where people sign in: by its route, its name, its file, or by what it does. */
export function isAuthPlace(file: SourceFile, handler: FunctionNode | undefined): boolean {
  const own = handler ? handlerNames(file, handler).map(splitWords) : [];
  // The token that an anti-forgery endpoint hands out has to be read by scripts.
  if (own.some((words) => words.includes('csrf') || words.includes('xsrf'))) return false;
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
