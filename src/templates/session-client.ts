import { literal, optionalMember } from './literal.ts';
import { writeModule } from './module.ts';
import type { LegacyKey, SessionClientFacts } from './session-client-facts.ts';
import { hook, hookImports, isToldLater, told } from './session-hook.ts';
import { csrfPart, exchangePart, renewalPart, urlOf } from './session-renewal.ts';
import { knownUser, remembered, rememberedData } from './session-user.ts';

/** The module through which a page knows of its session, asks the API and ends the session. */
export function sessionClientModule(facts: SessionClientFacts): string {
  const { uses, base, form } = facts;
  const typed = form.language === 'ts';
  return writeModule(
    {
      about: [
        'The session, as far as a page may know it. The session itself is a cookie that no script can read and that the',
        'browser sends by itself. What is kept here is a hint: when the session ends, and who is signed in. It decides what',
        'to show, never what is allowed.',
      ],
      imports: [
        ...(uses.hook ? [{ source: 'react', names: hookImports(facts) }] : []),
        ...(uses.axios ? [{ source: 'axios', names: '{ AxiosInstance }', isType: true }] : []),
        ...(base?.imports ?? []),
      ],
      code: [
        ...(base ? [`const API = ${base.expression};`] : []),
        `const HINT = ${literal(`${facts.app}:session-ends`)};`,
        ...(uses.key
          ? [
              '/** The key under which the hint is stored: other tabs see by it that a session begins or ends. */\nexport const SESSION_KEY = HINT;',
            ]
          : []),
        ...(uses.user ? [`const USER = ${literal(`${facts.app}:session-user`)};`] : []),
        legacy(facts),
        typed ? types() : '',
        store(facts),
        ...(uses.hook ? [hook(facts)] : []),
        requesting(facts),
        ...(facts.csrfPath === undefined ? [] : [csrfPart({ ...facts, csrfPath: facts.csrfPath })]),
        ...(facts.refreshPath === undefined ? [] : [renewalPart({ ...facts, refreshPath: facts.refreshPath })]),
        ...(uses.fetch ? [apiFetch(facts)] : []),
        ...(uses.axios ? [followSession(facts)] : []),
        ...(facts.exchangePath === undefined ? [] : [exchangePart({ ...facts, exchangePath: facts.exchangePath })]),
        // It runs when the module is loaded: what it sets has to be declared by then.
        recordsOf(facts),
      ]
        .filter((part) => part !== '')
        .join('\n\n'),
    },
    form,
  );
}

/** What signing out takes away with a token goes with it: pages may tell by that who is signed in. */
function companionsOf(legacyKeys: readonly LegacyKey[]): string[] {
  const lines = legacyKeys
    .filter(({ isObject }) => !isObject)
    .flatMap(({ key, storage, companions = [] }) =>
      companions.map((one) => `  if (${literal(key)} in ${storage}) ${one.storage}.removeItem(${literal(one.key)});`),
    );
  return [...new Set(lines)];
}

/** Tokens that earlier versions left behind are taken away once, as soon as the new version runs. */
function legacy({ legacyKeys, legacyCookies, exchangePath }: SessionClientFacts): string {
  if (legacyKeys.length === 0 && legacyCookies.length === 0) return '';
  // Who keeps their session by an exchange goes on with what is known of them.
  const isWhole = ({ isDropped = false }: LegacyKey): boolean => isDropped && exchangePath === undefined;
  const states = legacyKeys.filter(({ isState }) => isState);
  const objects = legacyKeys.filter(({ isObject, isState }) => isObject && !isState);
  const lines = [
    ...(exchangePath === undefined ? companionsOf(legacyKeys) : []),
    ...legacyKeys.filter(({ isObject }) => !isObject).map(({ key, storage }) => `  ${storage}.removeItem(${literal(key)});`),
    ...objects.map((one) => `  ${isWhole(one) ? 'dropRecord' : 'dropTokens'}(${one.storage}, ${literal(one.key)});`),
    ...states.map(({ key, storage }) => `  dropSignedIn(${storage}, ${literal(key)});`),
    ...legacyCookies.map((name) => `  document.cookie = ${literal(`${name}=; path=/; max-age=0`)};`),
  ];
  const dropRecord = objects.some(isWhole)
    ? `

/** Takes a stored record away that holds a token, as signing out does: nobody is signed in by what is left of it. */
function dropRecord(storage‹: Storage›, key‹: string›)‹: void› {
  if (/eyJ[\\w-]+\\.eyJ/.test(storage.getItem(key) ?? '')) storage.removeItem(key);
}`
    : '';
  const dropTokens = objects.some((one) => !isWhole(one))
    ? `

/** Takes the tokens out of a stored object and keeps the rest. */
function dropTokens(storage‹: Storage›, key‹: string›)‹: void› {
  const text = storage.getItem(key);
  if (!text || !/token|jwt|bearer/i.test(text)) return;
  try {
    storage.setItem(key, JSON.stringify(JSON.parse(text), (name, value) => (/token|jwt|^authorization$/i.test(name) ? undefined : value)));
  } catch {
    storage.removeItem(key);
  }
}`
    : '';
  return `/** Takes away the tokens that earlier versions of this page kept where scripts can read them. */
function purgeLegacyTokens()‹: void› {
${lines.join('\n')}
}${dropRecord}${dropTokens}${states.length > 0 ? DROP_SIGNED_IN : ''}

${exchangePath === undefined ? "if (typeof window !== 'undefined') purgeLegacyTokens();" : ''}`.trim();
}

/** What is known of who was signed in stands beside the token. Libraries write parts of a state as texts of their own. */
const DROP_SIGNED_IN = `

/** Takes the objects out of a stored state that hold a token, as signing out does: nobody is signed in by what is left of it. */
function dropSignedIn(storage‹: Storage›, key‹: string›)‹: void› {
  const hasToken = (value‹: unknown›) => typeof value === 'string' && /eyJ[\\w-]+\\.eyJ/.test(value);
  const isText = (value‹: unknown›) => typeof value === 'string' && value.startsWith('{');
  const isSignIn = (value‹: object›) => Object.values(value).some((one) => hasToken(one) && !isText(one));
  const drop = (_name‹: string›, value‹: unknown›)‹: unknown› => {
    if (isText(value) && hasToken(value)) return JSON.stringify(JSON.parse(value‹ as string›), drop);
    return typeof value === 'object' && value !== null && isSignIn(value) ? undefined : value;
  };
  const text = storage.getItem(key);
  if (!hasToken(text)) return;
  try {
    storage.setItem(key, JSON.stringify(JSON.parse(text‹ as string›), drop) ?? '{}');
  } catch {
    storage.removeItem(key);
  }
}`;

function types(): string {
  return `/** Who is signed in. What is known of the user is filled in as soon as the server has said it. */
export interface Session<User = Record<string, unknown>> {
  user: User | null;
}

/** What the server says of a session when it begins, is renewed or is asked for. */
interface SessionAnswer {
  expires_at?: number | null;
  user?: unknown;
}`;
}

/** The user is known before the session is. */
const USER_FIRST = `  if (answer.user !== undefined && user === null) keepUser(answer.user);
  // A page that sees a session asks who is signed in, and has to be told.
  if (user === null) return;
`;

/** The hint, in one place: written from answers, cleared on logout and on 401, shared with other tabs. */
function store(facts: SessionClientFacts): string {
  const { uses, csrfPath } = facts;
  const drop = csrfPath === undefined ? '' : '\n  csrf = null;';
  return `let user‹: unknown› = ${uses.user ? 'storedUser()' : 'null'};${uses.user ? '\nlet lastUser‹: unknown› = user;' : ''}
let session‹: Session | null› = null;
const listeners = new Set‹<() => void>›();

/** Whether somebody seems to be signed in: to decide what to show. The server decides what is allowed. */
export function hasSession()‹: boolean› {
  return typeof localStorage !== 'undefined' && Number(localStorage.getItem(HINT)) > Date.now();
}

${uses.end ? sessionEnd() : ''}${remembering(facts)}
${uses.user ? USER_FIRST : ''}  localStorage.setItem(HINT, String(answer.expires_at));${drop}
${uses.user ? '' : '  if (answer.user !== undefined) user = answer.user;\n'}  ${isToldLater(facts) ? 'tell' : 'changed'}();${uses.hook && !uses.user ? '\n  if (listeners.size > 0) ask();' : ''}
}

/** Forgets the hint: the session is over. */
export function forgetSession()‹: void› {
${uses.user ? '  lastUser = null;\n  sessionIsOver();\n}\n\n/** The server says so. What a page shows of the user goes with the page. */\nfunction sessionIsOver()‹: void› {\n' : ''}  localStorage.removeItem(HINT);${uses.user ? '\n  localStorage.removeItem(USER);' : ''}${drop}
  user = null;
  changed();
}
${uses.user ? knownUser() : ''}
/** The session as it is known now, or null. The same object until something changes. */
export function currentSession()‹: Session | null› {
  if (!hasSession()) session = null;
  else if (!session || session.user !== user) session = { user }‹ as Session›;
  return session;
}

/** Calls the listener whenever a session begins, is renewed or ends, in other tabs too. Returns how to stop. */
export function onSessionChange(listener‹: () => void›)‹: () => void› {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

function changed()‹: void› {
  listeners.forEach((listener) => listener());
}
${told(facts)}
if (typeof window !== 'undefined') {
  window.addEventListener('storage', (event) => {
${
  uses.user
    ? `    if (event.key !== HINT && event.key !== USER && event.key !== null) return;
    user = storedUser();
    lastUser = user;
    changed();`
    : '    if (event.key === HINT || event.key === null) changed();'
}
  });
}`;
}

/** A session may end while nobody looks. Pages that go by what they keep of a user would show somebody as signed in. */
function recordsOf({ records = [], uses }: SessionClientFacts): string {
  if (records.length === 0) return '';
  const lines = records.map(({ key, storage }) => `  ${storage}.removeItem(${literal(key)});`);
  return `/** What pages keep of who is signed in goes with a session that is over, as it does where people sign out. */
function dropRecords()‹: void› {
${lines.join('\n')}
}

if (typeof window !== 'undefined') {
  // A session that ended since the page was here: it was not told.
  if (Number(localStorage.getItem(HINT)) > 0 && !hasSession()) {
    dropRecords();
    ${uses.user ? 'sessionIsOver' : 'forgetSession'}();
  }
}`;
}

function sessionEnd(): string {
  return `/** When the session ends, in milliseconds since the epoch; 0 where there is none. */
export function sessionEndsAt()‹: number› {
  return typeof localStorage === 'undefined' ? 0 : Number(localStorage.getItem(HINT));
}

`;
}

/** How `rememberSession` begins: where an answer may say when the session ends, and what it is not to be about. */
function remembering(facts: SessionClientFacts): string {
  const { envelopes } = facts;
  const tell = isToldLater(facts) ? ', tell = changed' : '';
  if (envelopes.length === 0)
    return `/** Takes note of a session from an answer of the server that carries \`expires_at\`. */
export function rememberSession(answer‹: SessionAnswer›${tell})‹: void› {
  if (typeof answer.expires_at !== 'number') return;`;
  const places = envelopes.map((steps) => `body${steps.map(optionalMember).join('')}`);
  const types = envelopes.map((steps) => steps.reduceRight((inner, step) => `{ ${propertyKey(step)}?: ${inner} | null }`, 'SessionAnswer'));
  const shown = envelopes.map((steps) => `\`${steps.join('.')}\``).join(' or ');
  return `/** Takes note of a session from an answer of the server that carries \`expires_at\`, at its top or in its ${shown}. */
export function rememberSession(body‹: (SessionAnswer & ${types.join(' & ')}) | null | undefined›${tell})‹: void› {
  const answer = [body, ${places.join(', ')}].find((one) => typeof one?.expires_at === 'number');
  if (!answer) return;`;
}

function propertyKey(step: string): string {
  return /^[\w$]+$/.test(step) ? step : literal(step);
}

function requesting(facts: SessionClientFacts): string {
  const { logoutMethod, refreshPath, exchangePath, uses } = facts;
  const remember = uses.user ? 'rememberUser' : 'rememberSession';
  const waiting = exchangePath === undefined ? '' : '\n  await exchanged;';
  const asked =
    refreshPath === undefined ? 'await askServer()' : '(await askServer()) ?? ((await renewSession()) ? await askServer() : null)';
  return `/** Asks the server who is signed in. Null where nobody is. */
export async function getSession()‹: Promise<Session | null>› {${waiting}
  const answer = ${asked};
  if (answer) ${remember}(answer);
  else forgetSession();
  return currentSession();
}

async function askServer()‹: Promise<SessionAnswer | null>› {
  const response = await fetch(${urlOf(facts, facts.sessionPath)}, { credentials: 'include' });
  return response.ok ? response.json() : null;
}

/** Signs out: the server takes the cookie away, other tabs follow. */
export async function endSession()‹: Promise<void>› {
  forgetSession();
  try {
    // It goes through although the page may be left at once.
    await fetch(${urlOf(facts, facts.logoutPath)}, { method: ${literal(logoutMethod)}, credentials: 'include', keepalive: true });
  } catch {
    // Without a connection the cookie stays until it expires, but nobody is shown as signed in here.
  }
}${uses.refused === true ? REFUSED : ''}${asksAfterRefusals(facts) ? afterRefusals(facts) : ''}`;
}

/** Pages that threw their token away when a request was refused signed people out by that, whatever it was refused for. */
const REFUSED = `

/** After a refusal nobody is signed in any more: a session that still goes on ends at the server too. */
export async function endRefusedSession()‹: Promise<void>› {
  if (hasSession()) await endSession();
  else forgetSession();
}`;

/** A page that renews sessions by itself is asked again by its own code: until that gives up the session is not over. */
function asksAfterRefusals({ renewsItself, uses }: SessionClientFacts): boolean {
  return renewsItself !== true && (uses.fetch || uses.axios);
}

function afterRefusals({ uses, records = [] }: SessionClientFacts): string {
  return `

/** An answer of 401 may be about something else, a wrong password say: the server knows whether the session is over. */
async function checkSession()‹: Promise<void>› {
  try {
    if (hasSession() && (await askServer())) return;
  } catch {
    return;
  }
  ${uses.user ? 'sessionIsOver' : 'forgetSession'}();${records.length > 0 ? '\n  dropRecords();' : ''}
}`;
}

function apiFetch(facts: SessionClientFacts): string {
  const { csrfPath, refreshPath, exchangePath, uses } = facts;
  const withCsrf = csrfPath !== undefined;
  const again = withCsrf || refreshPath !== undefined;
  // A request that was made before can be sent once.
  const asked = again && uses.requests === true ? 'input instanceof Request ? input.clone() : input' : 'input';
  const send = withCsrf ? 'send(input, init)' : `fetch(${asked}, { ...init, credentials: 'include' })`;
  const lines = [
    ...(exchangePath === undefined ? [] : ['  await exchanged;']),
    `  ${again ? 'let' : 'const'} response = await ${send};`,
    ...(withCsrf ? [`  if (isStale(response.status, await answerOf(response))) response = await ${send};`] : []),
    ...(refreshPath === undefined ? [] : [`  if (response.status === 401 && (await renewSession())) response = await ${send};`]),
    ...(asksAfterRefusals(facts) ? ['  if (response.status === 401) await checkSession();'] : []),
    ...remembered(facts),
    '  return response;',
  ];
  const sending = withCsrf
    ? `

/** The request itself: with the session's cookie, and with the token where it changes something. */
async function send(input‹: RequestInfo | URL›, init‹: RequestInit›)‹: Promise<Response>› {
${uses.requests === true ? SENDING_REQUESTS : SENDING}
}`
    : '';
  return `/** \`fetch\` for the API: sends the session's cookie along, and takes note of what the answer says of the session. */
export async function apiFetch(input‹: RequestInfo | URL›, init‹: RequestInit› = {})‹: Promise<Response>› {
${lines.join('\n')}
}${sending}

/** The answer's JSON without using it up; undefined where there is none. */
async function answerOf(response‹: Response›)‹: Promise<(SessionAnswer & { code?: string }) | undefined>› {
  try {
    return response.headers.get('content-type')?.includes('json') ? await response.clone().json() : undefined;
  } catch {
    return undefined;
  }
}`;
}

const SENDING = `  const headers = new Headers(init.headers);
  if (!SAFE_METHODS.has((init.method ?? 'GET').toUpperCase())) headers.set('X-CSRF-Token', await csrfToken());
  return fetch(input, { ...init, headers, credentials: 'include' });`;

/** The same where some requests are made before: they bring their headers and method. */
const SENDING_REQUESTS = `  const made = input instanceof Request ? input : undefined;
  const headers = new Headers(init.headers ?? made?.headers);
  if (!SAFE_METHODS.has((init.method ?? made?.method ?? 'GET').toUpperCase())) headers.set('X-CSRF-Token', await csrfToken());
  return fetch(made?.clone() ?? input, { ...init, headers, credentials: 'include' });`;

function followSession(facts: SessionClientFacts): string {
  const { csrfPath, refreshPath, exchangePath, uses, form } = facts;
  // Each script of a page says it for itself.
  const [once, mark] =
    form.modules === 'script'
      ? ['const followed = new WeakSet();\n\n', '  if (followed.has(api)) return api;\n  followed.add(api);\n']
      : ['', ''];
  const before = [
    ...(exchangePath === undefined ? [] : ['    await exchanged;']),
    ...(csrfPath === undefined
      ? []
      : ["    if (!SAFE_METHODS.has((config.method ?? 'get').toUpperCase())) config.headers['X-CSRF-Token'] = await csrfToken();"]),
  ];
  const request =
    before.length === 0
      ? ''
      : `
  api.interceptors.request.use(async (config) => {
${before.join('\n')}
    return config;
  });`;
  const retries = [
    ...(csrfPath === undefined ? [] : ['isStale(response?.status, response?.data)']),
    ...(refreshPath === undefined ? [] : ['(response?.status === 401 && (await renewSession()))']),
  ];
  const retry =
    retries.length === 0
      ? ''
      : `
      const { response, config } = error;
      if (config && !config.isRetry && ${retries.length > 1 ? `(${retries.join(' || ')})` : retries[0]!}) return api.request({ ...config, isRetry: true }‹ as object›);`;
  const check = asksAfterRefusals(facts) ? '\n      if (error.response?.status === 401) await checkSession();' : '';
  const onError =
    retry + check === ''
      ? ''
      : `
    async (error) => {${retry}${check}
      return Promise.reject(error);
    },`;
  return `${once}/** Has an axios instance send the session's cookie along, and take note of what answers say of the session. */
export function followSession‹<Api extends AxiosInstance>›(api‹: Api›)‹: Api› {
${mark}  api.defaults.withCredentials = true;${request}
  api.interceptors.response.use(
    ${uses.user ? 'async ' : ''}(response) => {
      ${rememberedData(facts)}
      return response;
    },${onError}
  );
  return api;
}`;
}
