import { inTemplate, literal, patternOf } from './literal.ts';
import type { SessionClientFacts } from './session-client-facts.ts';

/** The expression for the URL of a path of the API. */
export function urlOf({ base }: Pick<SessionClientFacts, 'base'>, path: string): string {
  return base ? `\`\${API}${inTemplate(path)}\`` : literal(path);
}

/** The part of the client that gets and keeps the token of `--csrf token`. */
export function csrfPart(facts: SessionClientFacts & { readonly csrfPath: string }): string {
  return `let csrf‹: Promise<string> | null› = null;

/** The token that the server wants with every request that changes something. Got once for each session. */
function csrfToken()‹: Promise<string>› {
  csrf ??= fetch(${urlOf(facts, facts.csrfPath)}, { credentials: 'include' })
    .then((response) => response.json())
    .then((answer) => answer.csrfToken)
    .catch((error) => {
      csrf = null;
      throw error;
    });
  return csrf;
}

${
  facts.uses.seed
    ? `/** For tests: the token as if it had been got already. */
export function rememberCsrfToken(token‹: string›)‹: void› {
  csrf = Promise.resolve(token);
}

`
    : ''
}const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Whether an answer says that the token was of another session: then it is got again, once. */
function isStale(status‹: number | undefined›, answer‹: { code?: string } | undefined›)‹: boolean› {
  if (status !== 403 || answer?.code !== 'EBADCSRFTOKEN') return false;
  csrf = null;
  return true;
}`;
}

/** The part of the client that renews sessions. */
export function renewalPart(facts: SessionClientFacts & { readonly refreshPath: string }): string {
  return `let renewing‹: Promise<boolean> | null› = null;

/** Renews the session, one request and one tab at a time: two at once would use up each other's token. */
function renewSession()‹: Promise<boolean>› {
  if (!hasSession()) return Promise.resolve(false);
  const before = localStorage.getItem(HINT);
  renewing ??= alone(async () => {
    // Another tab did it meanwhile.
    if (localStorage.getItem(HINT) !== before) return hasSession();
    const response = await fetch(${urlOf(facts, facts.refreshPath)}, { method: ${literal(facts.refreshMethod ?? 'POST')}, credentials: 'include' });
    if (response.ok) rememberSession(await response.json());${facts.uses.user ? '\n    const answer = response.ok ? await askServer() : null;\n    if (answer) rememberUser(answer);' : ''}
    return response.ok;
  }).finally(() => {
    renewing = null;
  });
  return renewing;
}

/** Runs a task while no other tab runs its own, where the browser can see to that. */
function alone(task‹: () => Promise<boolean>›)‹: Promise<boolean>› {
  return typeof navigator !== 'undefined' && 'locks' in navigator ? navigator.locks.request(${literal(`${facts.app}:renew`)}, task) : task();
}`;
}

/** The part of the client that turns a stored token into a cookie. */
export function exchangePart(facts: SessionClientFacts & { readonly exchangePath: string }): string {
  return `/** Turns a token of an earlier version into a session, once, so that nobody has to sign in again. */
async function exchangeLegacyToken()‹: Promise<void>› {
  const token = legacyToken();
  if (!token || hasSession()) {
    purgeLegacyTokens();
    return;
  }
  // Until the server has answered, pages show what they show to somebody who is signed in.
  rememberSession({ expires_at: Date.now() + 60_000${facts.uses.user ? ', user: claimsOf(token)' : ''} });
  try {
    const response = await fetch(${urlOf(facts, facts.exchangePath)}, {
      method: 'POST',
      credentials: 'include',
${facts.isLinted ? '      // eslint-disable-next-line httponly/no-client-bearer-token -- the last time that this token is sent\n' : ''}      headers: { Authorization: \`Bearer \${token}\` },
    });
    purgeLegacyTokens();
    if (response.ok) rememberSession(await response.json());
    else forgetSession();
  } catch {
    // Without a connection the token stays where it is, for the next time.
    forgetSession();
  }
}

/** The token that an earlier version kept, if it did. */
function legacyToken()‹: string | undefined› {
  let token = null‹ as string | null | undefined›;
${legacyReads(facts)}
  return token?.replace(/^Bearer /, '');
}
${facts.uses.user ? claimsOf() : ''}${facts.legacyKeys.some(({ isObject }) => isObject) ? tokenWithin() : ''}
const exchanged = typeof window === 'undefined' ? Promise.resolve() : exchangeLegacyToken();`;
}

/** Until the server has answered, the token says who is signed in. */
function claimsOf(): string {
  return `
/** What a token says of its user. */
function claimsOf(token‹: string›)‹: unknown› {
  try {
    const bytes = atob((token.split('.')[1] ?? '').replace(/-/g, '+').replace(/_/g, '/'));
    return JSON.parse(new TextDecoder().decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0))));
  } catch {
    return null;
  }
}
`;
}

function tokenWithin(): string {
  return `
/** The token in a stored object. What is stored may be broken: then nobody can be kept signed in by it. */
function tokenWithin(text‹: string | null›)‹: string | undefined› {
  let token‹: string | undefined›;
  try {
    JSON.parse(text ?? 'null', (name, value) => {
      if (/token|jwt/i.test(name) && !/refresh/i.test(name) && typeof value === 'string') token ??= value;
      return value;
    });
  } catch {
    return undefined;
  }
  return token;
}
`;
}

function legacyReads({ legacyKeys, legacyCookies }: SessionClientFacts): string {
  const isRefresh = (key: string): boolean => /refresh/i.test(key);
  return [
    ...legacyKeys
      .filter(({ key, isObject }) => !isObject && !isRefresh(key))
      .map(({ key, storage }) => `  token ??= ${storage}.getItem(${literal(key)});`),
    ...legacyKeys
      .filter(({ isObject }) => isObject)
      .map(({ key, storage }) => `  token ??= tokenWithin(${storage}.getItem(${literal(key)}));`),
    ...legacyCookies
      .filter((name) => !isRefresh(name))
      .map((name) => `  token ??= new RegExp(${literal(`(?:^|; )${patternOf(name)}=([^;]*)`)}).exec(document.cookie)?.[1];`),
  ].join('\n');
}
