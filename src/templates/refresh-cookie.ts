/** The functions that read the cookie by which a session is renewed. */
export function refreshing(): string {
  return `/** The token with which a request may renew its session, or undefined. */
export function refreshTokenOf(req‹: Request›)‹: string | undefined› {
  return req.cookies?.[REFRESH];
}

/** Until when the session of a request can be renewed; 0 where it cannot. */
function endOfRenewals(req‹: Request›)‹: number› {
  const token = refreshTokenOf(req);
  return token === undefined ? 0 : endOf(token, REFRESH_LIFETIME);
}`;
}

/** The second of two requests with one token gets the first's answer: two tabs, a page that is reloaded. */
export function repeating(): string {
  return `/** How long the answer to a renewal is given again, in milliseconds. */
const GRACE = 10_000;

/** How many renewals are remembered at once: whoever sends made-up tokens must not fill the memory. */
const MOST_RENEWALS = 1000;

‹interface Renewal {
  status: number;
  cookies: string[];
  body: unknown;
}

›const renewals = new Map‹<string, Promise<Renewal | undefined>>›();

/**
 * Two tabs, or a page that is reloaded, may renew with the same token at once, which the first of them uses up. For ten
 * seconds the others get the same answer. It is kept in this process: run several behind a load balancer, and tabs that
 * meet different ones renew twice.
 */
export function repeatRenewal(req‹: Request›, res‹: Response›, next‹: NextFunction›)‹: void› {
  const token = req.body?.refreshToken ?? refreshTokenOf(req);
  if (typeof token !== 'string' || token.length > 4096) {
    next();
    return;
  }
  const earlier = renewals.get(token);
  if (earlier) {
    earlier.then((answer) => (answer ? res.status(answer.status).append('Set-Cookie', answer.cookies).json(answer.body) : next()), next);
    return;
  }
  if (renewals.size >= MOST_RENEWALS) {
    next();
    return;
  }
  const renewal = new Promise‹<Renewal | undefined>›((resolve) => {
    const json = res.json.bind(res);
    res.json = (body) => {
      // The handler has verified the token: what it refuses is not kept.
      if (res.statusCode < 300) resolve({ status: res.statusCode, cookies: [res.getHeader('Set-Cookie') ?? []].flat()‹ as string[]›, body });
      return json(body);
    };
    res.on('close', () => resolve(undefined));
  });
  const forget = ()‹: void› => {
    if (renewals.get(token) === renewal) renewals.delete(token);
  };
  renewals.set(token, renewal);
  renewal.then((answer) => (answer ? setTimeout(forget, GRACE).unref() : forget()), forget);
  next();
}`;
}
