import { handlerNames } from '../app/routes.ts';
import { splitWords } from '../credentials/words.ts';
import type { FunctionNode } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { textOf } from '../syntax/source-file.ts';
import type { Credential } from './credential.ts';

/** What is done where people sign in, or where their session goes on. */
const SIGNS_IN = /\bpassword\b|bcrypt|argon2|verifyPassword|log-?_?in\b|sign-?_?in\b|refresh|\.cookie\s*\(|cookies?\b/i;

/**
 * Whether an answer shows a secret that was made for a program, once, to the person who asked for it: `POST
 * /personal-access-tokens`. It is none of a session, and has to be answered with.
 */
export function isShownOnce(file: SourceFile, { source }: Credential, handler: FunctionNode | undefined, path?: string): boolean {
  if (!handler || source !== undefined || SIGNS_IN.test(textOf(file, handler))) return false;
  return [...handlerNames(file, handler), ...(path === undefined ? [] : [path])].some(isForProgram);
}

const OF_PROGRAM = /^(?:pats?|personal|api|developer|integration|machine|service|bot|deploy|webhook|ingest)$/;
const OF_SESSION = /^(?:auth|oauth2?|jwt|sso|log-?in|sign-?in|signup|register|refresh|sessions?)$/;

/** `personal-access-tokens`, `createApiToken`, `/service-accounts/:id/tokens`; not `/api/token`. */
function isForProgram(name: string): boolean {
  if (splitWords(name).some((word) => OF_SESSION.test(word))) return false;
  return /\/tokens$/.test(name) || name.split('/').some((segment) => isSecretOfProgram(splitWords(segment)));
}

function isSecretOfProgram(words: readonly string[]): boolean {
  return words.some((word) => OF_PROGRAM.test(word)) && words.some((word) => /^(?:tokens?|pats?|keys?)$/.test(word));
}
