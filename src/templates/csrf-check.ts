import { literal } from './literal.ts';
import type { ModuleForm, ModuleImport } from './module.ts';
import { writeModule } from './module.ts';

/** What the check has to know of where the app runs. */
export interface CsrfCheckFacts {
  /** The page's origin in development, where it is not the server's own: `http://localhost:5173`. */
  readonly developmentOrigin?: string;
  /** Whether in production, too, pages come from another origin: then CLIENT_ORIGIN has to be set there. */
  readonly isCrossOriginInProduction: boolean;
  /** The origins that the app's own CORS settings name, as an expression: there they are asked, and no variable is new. */
  readonly allowed?: {
    readonly expression: string;
    readonly imports: readonly ModuleImport[];
    /** What has to hold for the setting to count, where everybody was let in without it. */
    readonly whenSet?: string;
    /** Whether other modules let the same origins in. */
    readonly isShared?: boolean;
  };
  /**
   * Whether the app's CORS chooses among origins by code, which ran before and says in a header whom it let in: then that is asked.
   */
  readonly byCors?: { /** Whether other modules import the origin all the same. */ readonly isOriginShared: boolean };
  /** How programs send their token, where they may: the scheme of the Authorization header, or a header of the app's own. */
  readonly sent?: { readonly scheme: string; readonly isSchemeOptional?: boolean } | { readonly header: string };
  /** What has the environment ready before it is read. */
  readonly environment: readonly ModuleImport[];
  /** Whether sockets take the session of a cookie, and the dev server that passes their handshakes on, where one does. */
  readonly handshakes?: { readonly devServer?: string };
  readonly form: ModuleForm;
}

/**
 * The module that refuses requests which another site makes a browser send. It is what OWASP's cheat sheet calls
 * verifying the origin with standard headers, and what Go's CrossOriginProtection does.
 */
export function csrfCheckModule({
  developmentOrigin,
  isCrossOriginInProduction,
  allowed,
  byCors,
  sent,
  environment,
  handshakes,
  form,
}: CsrfCheckFacts): string {
  const origins = (): string => {
    if (byCors && !byCors.isOriginShared) return '';
    return allowed ? allowedOrigins(allowed, developmentOrigin) : clientOrigin(developmentOrigin, isCrossOriginInProduction);
  };
  const isNamed = allowed ? 'clientOrigins.includes(origin)' : 'origin === clientOrigin';
  const isLetIn = byCors ? "origin === res.get('Access-Control-Allow-Origin')" : isNamed;
  return writeModule(
    {
      about: [
        'A cookie goes with every request, also with one that another site has the browser send. Browsers say where a',
        'request comes from; one that changes something must come from our own pages.',
      ],
      imports: [
        ...environment,
        { source: 'express', names: '{ NextFunction, Request, Response }', isType: true },
        ...(allowed?.imports ?? []),
      ],
      code: `
${origins()}
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Answers 403 to a request that changes something and comes from another site. */
export function refuseCrossSite(req‹: Request›, res‹: Response›, next‹: NextFunction›)‹: void› {
  if (SAFE_METHODS.has(req.method) || isOwn(req${byCors ? ', res' : ''})${sent ? ' || sendsToken(req)' : ''}) {
    next();
    return;
  }
  res.status(403).json({ error: 'This request comes from another site.', code: 'CROSS_SITE' });
}

/** Whether a request comes from our own pages, or from a program that is no browser. */
function isOwn(req‹: Request›${byCors ? ', res‹: Response›' : ''})‹: boolean› {
  const site = req.get('Sec-Fetch-Site');
  if (site === 'same-origin' || site === 'none') return true;
  const origin = req.get('Origin');
  // Browsers always send one of the two; curl, webhooks and other servers send neither, and no cookie.
  if (origin === undefined) return site === undefined;
${byCors ? '  // CORS, which ran before this, says here whom it lets in.\n' : ''}  if (${isLetIn}) return true;
  // A browser that says where a request comes from knows it better: http://our.host is another site than https://our.host.
  return site === undefined && isOwnHost(req, origin);
}
${handshakes ? isOwnHandshake(handshakes, byCors && !byCors.isOriginShared ? undefined : isNamed) : ''}${sent ? sendsToken(sent) : ''}
/** Whether an origin is this server's own. Only hosts are compared: behind a proxy that ends TLS the server sees http. */
function isOwnHost(req‹: Request›, origin‹: string›)‹: boolean› {
  const host = origin.replace(/^https?:\\/\\//, '');
  return host === req.get('Host') || host === forwardedHost(req);
}

/** The host that a proxy was asked for, where the app's \`trust proxy\` setting believes it: then \`hostname\` is of it too. */
function forwardedHost(req‹: Request›)‹: string | undefined› {
  const host = req.get('X-Forwarded-Host')?.split(',')[0]?.trim();
  return host?.replace(/:\\d+$/, '') === req.hostname ? host : undefined;
}
`,
    },
    form,
  );
}

/** Browsers ask nobody before they open a socket, and send its cookies, whatever page it is for. */
function isOwnHandshake({ devServer }: NonNullable<CsrfCheckFacts['handshakes']>, isNamed: string | undefined): string {
  const others = [
    ...(isNamed === undefined ? [] : [isNamed]),
    ...(devServer === undefined ? [] : [`(process.env.NODE_ENV !== 'production' && origin === ${literal(devServer)})`]),
  ];
  return `
/** Whether a socket's handshake comes from our own pages, or from a program that is no browser. CORS does not hold sockets back. */
export function isOwnHandshake({ origin, host }‹: { origin?: string; host?: string }›)‹: boolean› {
  if (origin === undefined || origin.replace(/^https?:\\/\\//, '') === host) return true;
  return ${others.length === 0 ? 'false' : others.join(' || ')};
}
`;
}

/** An app on a phone sends its token itself, from an origin such as capacitor://localhost. */
function sendsToken(sent: NonNullable<CsrfCheckFacts['sent']>): string {
  const isSent =
    'header' in sent
      ? `/^(?!(?:null|undefined)$)./.test(req.get(${literal(sent.header)}) ?? '')`
      : `${authorizationWithToken(sent)}.test(req.get('Authorization') ?? '')`;
  return `
/** Whether an app sends its token in a header: no other site can have a browser do that. */
function sendsToken(req‹: Request›)‹: boolean› {
  return ${isSent};
}
`;
}

function authorizationWithToken({ scheme, isSchemeOptional }: { scheme: string; isSchemeOptional?: boolean }): string {
  return isSchemeOptional ? `/^(?:${scheme} +)?(?!(?:null|undefined|${scheme})$)\\S+$/i` : `/^${scheme} +(?!(?:null|undefined)$)\\S/i`;
}

/** The origins that CORS lets in already. */
function allowedOrigins(allowed: NonNullable<CsrfCheckFacts['allowed']>, developmentOrigin: string | undefined): string {
  const { whenSet, isShared } = allowed;
  const list = whenSet === undefined ? listOf(allowed.expression) : listUnlessOpen(allowed.expression, whenSet, developmentOrigin);
  const about =
    whenSet === undefined
      ? 'the origins that CORS lets in'
      : `those that CORS names, else CLIENT_ORIGIN${developmentOrigin === undefined ? '' : '; in development the dev server'}`;
  return `/** Where our pages come from: ${about}. */
${isShared ? `export const clientOrigins = ${list}‹ as string[]›` : `const clientOrigins‹: unknown[]› = ${list}`};
`;
}

/** Where a setting let everybody in that names nobody, CLIENT_ORIGIN takes its place. */
function listUnlessOpen(expression: string, whenSet: string, developmentOrigin: string | undefined): string {
  const development =
    developmentOrigin === undefined ? 'false' : `(process.env.NODE_ENV !== 'production' && ${literal(developmentOrigin)})`;
  return `[${whenSet} ? ${expression} : (process.env.CLIENT_ORIGIN ?? ${development})].flat()`;
}

/** A list of what may be one or a list already. */
function listOf(expression: string): string {
  if (isList(expression.replace(/\.filter\(Boolean\)$/, ''))) return expression;
  return /^(?:process\.env\.\w+|'[^']*'|"[^"]*")$/.test(expression) ? `[${expression}]` : `[${expression}].flat()`;
}

/** Whether a text is a list from its first bracket to its last: `['a'][0]` is not. */
function isList(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '[') depth++;
    else if (text[at] === ']') depth--;
    if (depth === 0) return at > 0 && at === text.length - 1;
  }
  return false;
}

/** The origin that pages come from, where that is not the server's own. */
function clientOrigin(developmentOrigin: string | undefined, isCrossOriginInProduction: boolean): string {
  // A slash at the end is a common slip, and no origin has one.
  const asked = "process.env.CLIENT_ORIGIN?.replace(/\\/$/, '')";
  if (developmentOrigin === undefined && !isCrossOriginInProduction)
    return `/** Pages come from this server itself, unless CLIENT_ORIGIN names another origin. */\nexport const clientOrigin = ${asked} ?? false;\n`;
  const development = developmentOrigin === undefined ? 'false' : `process.env.NODE_ENV !== 'production' && ${literal(developmentOrigin)}`;
  const about = !isCrossOriginInProduction
    ? '/** Where our pages come from in development. In production this server hands them out, unless CLIENT_ORIGIN says otherwise. */'
    : developmentOrigin === undefined
      ? '/** Where our pages come from. In production CLIENT_ORIGIN has to say it. */'
      : '/** Where our pages come from. In production CLIENT_ORIGIN has to say it; in development it is the dev server. */';
  const check = isCrossOriginInProduction
    ? "\nif (!clientOrigin && process.env.NODE_ENV === 'production') throw new Error('CLIENT_ORIGIN is not set: " +
      "without it no page may sign in. Example: https://app.example.com');\n"
    : '';
  return `${about}\nexport const clientOrigin = ${asked} ?? ${development === 'false' ? development : `(${development})`};\n${check}`;
}
