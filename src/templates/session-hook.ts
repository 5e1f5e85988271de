import type { SessionClientFacts } from './session-client-facts.ts';

/**
 * Whether components show a session that a response has begun only when the code that waits for it has gone on: it sets what
 * else it knows then, the user say, and a component may need both. Where the user is kept too, it is known before.
 */
export function isToldLater({ uses, isServerRendered }: SessionClientFacts): boolean {
  return uses.hook && !uses.user && isServerRendered !== true;
}

/** What the hook needs of React. */
export function hookImports({ isServerRendered }: SessionClientFacts): string {
  return isServerRendered === true ? '{ useSyncExternalStore }' : '{ useEffect, useState }';
}

/**
 * The session as a component's state. React draws a store's change before the changes of states that are set beside it, so that
 * components would have the session and not the user yet: it is a state as the token was, unless a server draws pages first.
 */
export function hook(facts: SessionClientFacts): string {
  return `/** The session of a component: null where nobody is signed in. */
export function useSession‹<User = Record<string, unknown>>›()‹: Session<User> | null› {
${facts.isServerRendered === true ? STORE : STATE}
  return current‹ as Session<User> | null›;
}

/** The first component that wants to know who is signed in has the server asked. */
function subscribe(listener‹: () => void›)‹: () => void› {
  if (hasSession() && user === null) ask();
  return onSessionChange(listener);
}

let asked‹: Promise<unknown> | null› = null;

/** A sign-in's answer may tell less of the user than the session does: components get the whole. One question at a time. */
function ask()‹: void› {
  asked ??= getSession().catch(() => null).finally(() => {
    asked = null;
  });
}`;
}

const STORE = '  const current = useSyncExternalStore(subscribe, currentSession, () => null);';

const STATE = `  const [current, setCurrent] = useState(currentSession);
  useEffect(() => {
    const show = () => setCurrent(currentSession());
    const stop = subscribe(show);
    // It may have changed before this component listened.
    show();
    return stop;
  }, []);`;

/** How components hear of a session that has begun: soon after the response, or where the pages' code says so. */
export function told(facts: SessionClientFacts): string {
  return `${facts.uses.told === true ? BY_CODE : ''}${isToldLater(facts) ? LATER : ''}`;
}

const BY_CODE = `
/** Has components show now that a session has begun, and not only soon after. */
export function sessionChanged()‹: void› {
  changed();
}
`;

const LATER = `
/** The code that waits for an answer goes on with it first: components show the session together with what that sets. */
function later()‹: void› {
  setTimeout(changed, 50);
}
`;
