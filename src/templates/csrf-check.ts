import type { ModuleForm } from './module.ts';
import { writeModule } from './module.ts';

/** What the check has to know of where the app runs. */
export interface CsrfCheckFacts {
  /** The page's origin in development, where it is not the server's own: `http://localhost:5173`. */
  readonly developmentOrigin?: string;
  /** Whether in production, too, pages come from another origin: then CLIENT_ORIGIN has to be set there. */
  readonly isCrossOriginInProduction: boolean;
  readonly form: ModuleForm;
}

/**
 * The module that refuses requests which another site makes a browser send. It is what OWASP's cheat sheet calls
 * verifying the origin with standard headers, and what Go's CrossOriginProtection does.
 */
export function csrfCheckModule({ developmentOrigin, isCrossOriginInProduction, form }: CsrfCheckFacts): string {
  return writeModule({
    about: [
      'A cookie goes with every request, also with one that another site has the browser send. Browsers say where a',
      'request comes from; one that changes something must come from our own pages.',
    ],
    imports: [{ source: 'express', names: '{ NextFunction, Request, Response }', isType: true }],
    code: `
${clientOrigin(developmentOrigin, isCrossOriginInProduction)}
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Answers 403 to a request that changes something and comes from another site. */
export function refuseCrossSite(req‹: Request›, res‹: Response›, next‹: NextFunction›)‹: void› {
  if (SAFE_METHODS.has(req.method) || isOwn(req)) {
    next();
    return;
  }
  res.status(403).json({ error: 'This request comes from another site.', code: 'CROSS_SITE' });
}

/** Whether a request comes from our own pages, or from a program that is no browser. */
function isOwn(req‹: Request›)‹: boolean› {
  const site = req.get('Sec-Fetch-Site');
  if (site === 'same-origin' || site === 'none') return true;
  const origin = req.get('Origin');
  // Browsers always send one of the two; curl, webhooks and other servers send neither, and no cookie.
  if (origin === undefined) return site === undefined;
  return origin === clientOrigin || origin === \`\${req.protocol}://\${req.get('Host')}\`;
}
`,
  }, form);
}

/** The origin that pages come from, where that is not the server's own. */
function clientOrigin(developmentOrigin: string | undefined, isCrossOriginInProduction: boolean): string {
  if (developmentOrigin === undefined && !isCrossOriginInProduction) return '/** Pages come from this server itself, unless CLIENT_ORIGIN names another origin. */\nexport const clientOrigin = process.env.CLIENT_ORIGIN;\n';
  const development = developmentOrigin === undefined ? 'undefined' : `'${developmentOrigin}'`;
  const about = isCrossOriginInProduction
    ? '/** Where our pages come from. In production CLIENT_ORIGIN has to say it; in development it is the dev server. */'
    : '/** Where our pages come from in development. In production this server hands them out, unless CLIENT_ORIGIN says otherwise. */';
  const check = isCrossOriginInProduction ? '\nif (!clientOrigin) throw new Error(\'CLIENT_ORIGIN is not set: without it no page may sign in. Example: https://app.example.com\');\n' : '';
  return `${about}\nexport const clientOrigin = process.env.CLIENT_ORIGIN ?? (process.env.NODE_ENV === 'production' ? undefined : ${development});\n${check}`;
}
