import { literal } from './literal.ts';
import { when } from './module.ts';
import type { SessionCookieFacts } from './session-cookie-facts.ts';

/** The functions that take a token out of the Authorization header first. */
const FROM_AUTHORIZATION = ['authorizationOf', 'requestToken', 'sentToken'];

/** The functions that take a token out of a request: those of them that the app uses. */
export function tokenReading(facts: SessionCookieFacts): string[] {
  const { uses, takesBearer } = facts;
  return [
    ...when(takesBearer && FROM_AUTHORIZATION.some((name) => uses.has(name)), () => sentTokenFunction(facts)),
    ...when(takesBearer && isHeaderTaken(facts), () => headerTokenFunction(facts)),
    ...when(uses.has('authorizationOf'), () => authorizationFunction(facts)),
    ...when(uses.has('tokenOf'), () => customHeaderFunction(facts)),
    ...when(uses.has('requestToken'), () => requestTokenFunction(facts)),
    ...when(uses.has('handshakeToken'), handshakeFunction),
  ];
}

function isHeaderTaken({ customHeader, uses }: SessionCookieFacts): boolean {
  return uses.has('tokenOf') || uses.has('headerToken') || (customHeader !== undefined && uses.has('requestToken'));
}

/** The function that takes the session's token out of its cookie. */
export function sessionTokenFunction(): string {
  return `/** The token of the session that a request belongs to, or undefined. */
export function sessionToken(req‹: Request›)‹: string | undefined› {
  return req.cookies?.[SESSION];
}`;
}

function authorizationFunction({ scheme, takesBearer }: SessionCookieFacts): string {
  return takesBearer
    ? `/** The Authorization header where a program sent a token in it, else one made of the browser's session. */
export function authorizationOf(req‹: Request›)‹: string | undefined› {
  const token = sessionToken(req);
  return token && sentToken(req) === undefined ? \`${scheme} \${token}\` : req.headers.authorization;
}`
    : `/** The browser's session in the form of an Authorization header, which itself is not taken. */
export function authorizationOf(req‹: Request›)‹: string | undefined› {
  const token = sessionToken(req);
  return token && \`${scheme} \${token}\`;
}`;
}

/** What else stands in a header does not count: a proxy's password, or \`Bearer null\` of an old page. */
function sentTokenFunction({ scheme, isSchemeOptional, uses }: SessionCookieFacts): string {
  const [before, empty] = isSchemeOptional ? [`(?:${scheme} +)?`, `null|undefined|${scheme}`] : [`${scheme} +`, 'null|undefined'];
  return `/** The token that a program sent in the Authorization header. A proxy's password is none, nor is \`${scheme} null\` of an old page. */
${uses.has('sentToken') ? 'export ' : ''}function sentToken(req‹: Request›)‹: string | undefined› {
  return /^${before}(?!(?:${empty})$)(\\S+)$/i.exec(req.headers.authorization ?? '')?.[1];
}`;
}

function headerTokenFunction({ customHeader, uses }: SessionCookieFacts): string {
  return `/** The token that a program sent in a header of its own. \`null\` of an old page is none. */
${uses.has('headerToken') ? 'export ' : ''}function headerToken(req‹: Request›)‹: string | undefined› {
  const token = req.get(${literal(customHeader ?? 'x-access-token')});
  return token && !/^(?:null|undefined)$/.test(token) ? token : undefined;
}`;
}

function customHeaderFunction({ takesBearer }: SessionCookieFacts): string {
  return takesBearer
    ? `/** The token as a program sent it in its header, else that of the browser's session. */
export function tokenOf(req‹: Request›)‹: string | undefined› {
  return headerToken(req) ?? sessionToken(req);
}`
    : `/** The token of the browser's session; the header is not taken. */
export function tokenOf(req‹: Request›)‹: string | undefined› {
  return sessionToken(req);
}`;
}

function requestTokenFunction({ takesBearer, customHeader }: SessionCookieFacts): string {
  if (!takesBearer) {
    return `/** The token of the browser's session; headers are not taken. */
export function requestToken(req‹: Request›)‹: string | undefined› {
  return sessionToken(req);
}`;
  }
  return `/** The token as a program sent it in its header, else that of the browser's session. */
export function requestToken(req‹: Request›)‹: string | undefined› {
  return ${customHeader === undefined ? '' : 'headerToken(req) ?? '}sentToken(req) ?? sessionToken(req);
}`;
}

/** A socket's handshake passes no middleware that takes cookies apart, or refuses other sites. */
function handshakeFunction(): string {
  return `/** The token of the session that a socket's handshake belongs to, or undefined. The page of another site has none. */
export function handshakeToken({ headers }‹: { headers: { cookie?: string; origin?: string; host?: string } }›)‹: string | undefined› {
  if (!isOwnHandshake(headers)) return undefined;
  return headers.cookie?.split('; ').find((pair) => pair.startsWith(\`\${SESSION}=\`))?.slice(SESSION.length + 1);
}`;
}
