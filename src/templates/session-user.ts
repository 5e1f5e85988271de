import { optionalMember } from './literal.ts';
import type { SessionClientFacts } from './session-client-facts.ts';
import { isToldLater } from './session-hook.ts';

type Envelopes = SessionClientFacts['envelopes'];

/** Who is signed in is asked for in the middle of functions that cannot wait: it is kept beside the hint. */
export function knownUser(): string {
  return `
/** Who is signed in, as the server said when the session began. Throws where nobody is. */
export function currentUser‹<User = ReturnType<typeof JSON.parse>>›()‹: User› {
  if (lastUser === null) throw new Error('Nobody is signed in.');
  return lastUser‹ as User›;
}

/** What the session says of the user counts: a sign-in's answer may tell less. */
function rememberUser(answer‹: SessionAnswer›)‹: void› {
  if (answer.user) keepUser(answer.user);
  rememberSession(answer);
}

/** Keeps what is known of the user for a page that is loaded anew. It is for showing, as the hint is. */
function keepUser(next‹: unknown›)‹: void› {
  user = next;
  lastUser = next;
  localStorage.setItem(USER, JSON.stringify(next));
}

function storedUser()‹: unknown› {
  try {
    return JSON.parse(localStorage.getItem(USER) ?? 'null');
  } catch {
    return null;
  }
}
`;
}

/**
 * The lines by which `apiFetch` takes note of a response. Where the user is asked for in the middle of functions, it is known
 * before anybody hears of the session.
 */
export function remembered(facts: SessionClientFacts): string[] {
  const { envelopes } = facts;
  const later = isToldLater(facts) ? ', later' : '';
  const answer = '  const answer = await answerOf(response);';
  if (facts.uses.user)
    return [
      answer,
      `  if (${tellsOf('answer', envelopes)}) await getSession().catch(() => rememberSession(answer${envelopes.length > 0 ? '' : '‹!›'}));`,
    ];
  if (envelopes.length > 0) return [`  rememberSession(await answerOf(response)${later});`];
  return [answer, `  if (answer?.expires_at) rememberSession(answer${later});`];
}

/** The line by which `followSession` does. */
export function rememberedData(facts: SessionClientFacts): string {
  const { envelopes } = facts;
  const remember = `rememberSession(response.data${isToldLater(facts) ? ', later' : ''})`;
  if (facts.uses.user) return `if (${tellsOf('response.data', envelopes)}) await getSession().catch(() => ${remember});`;
  return `${envelopes.length > 0 ? '' : 'if (response.data?.expires_at) '}${remember};`;
}

/** Whether an answer says when a session ends. */
function tellsOf(answer: string, envelopes: Envelopes): string {
  const places = [[], ...envelopes].map((steps) =>
    [answer, ...steps, 'expires_at'].reduce((object, step) => object + optionalMember(step)),
  );
  return places.join(' ?? ');
}
