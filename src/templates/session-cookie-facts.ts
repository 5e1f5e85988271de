import type { ModuleForm, ModuleImport } from './module.ts';

/** What the session cookie's module has to know of the app. */
export interface SessionCookieFacts {
  /** The app's name, with which its cookies begin, since ports do not part them: `task-manager`. */
  readonly app: string;
  readonly sameSite: 'lax' | 'strict' | 'none';
  /** The expression for the secret with which the app verifies its tokens, and further arguments of its own call. */
  readonly verifyArguments: string;
  /** Functions of the app that the expression calls, as declarations. */
  readonly declared?: readonly string[];
  /** What that expression needs, and what has the environment ready before it is read. */
  readonly imports: readonly ModuleImport[];
  /** How the app imports jsonwebtoken: `jwt`, `* as jwt`. */
  readonly jwtNames?: string;
  /** The scheme in which programs send their token: `Bearer`, `Token`. */
  readonly scheme: string;
  /** Whether they may send it without one. */
  readonly isSchemeOptional?: boolean;
  /** A header other than Authorization that carries the bare token: `x-auth-token`. */
  readonly customHeader?: string;
  /** Whether programs may send the token in a header. */
  readonly takesBearer: boolean;
  /** Whether there is a refresh token, and the path under which browsers send its cookie. */
  readonly refresh?: { readonly path: string };
  /** For how many seconds a session can be renewed by a cookie of the app's own: so long its own cookie lives. */
  readonly renewableFor?: number;
  /** Where this module imports the check of where handshakes come from. */
  readonly csrfCheck: string;
  /** The names that the app imports of the module: what it does not use is not written. */
  readonly uses: ReadonlySet<string>;
  /** What Express hands to a handler is typed by its own package. */
  readonly form: ModuleForm;
}
