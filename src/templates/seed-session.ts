import type { ModuleForm } from './module.ts';
import { writeModule } from './module.ts';

/** The module by which an app's tests begin a session, where they had put a made-up token into a storage. */
export function seedSessionModule(session: string, has: { readonly csrfToken: boolean; readonly user: boolean }, form: ModuleForm): string {
  const names = [...(has.user ? ['forgetSession'] : []), ...(has.csrfToken ? ['rememberCsrfToken'] : []), 'rememberSession'];
  return writeModule(
    {
      about: ['For tests alone: begins a session as a sign-in does.'],
      imports: [{ source: session, names: `{ ${names.join(', ')} }` }],
      code: `/** Begins a session with the claims of a token that a test made up, or of a user of whom nothing is known. */
export function seedSession(token‹: string› = '')‹: void› {
  const claims = claimsOf(token);${has.user ? '\n  forgetSession();' : ''}
  rememberSession({ expires_at: claims.exp ? claims.exp * 1000 : Date.now() + 60 * 60 * 1000, user: claims });${has.csrfToken ? "\n  rememberCsrfToken('test');" : ''}
}

/** The claims of a token; none where it is another text. */
function claimsOf(token‹: string›)‹: { exp?: number }› {
  const [, payload] = token.split('.');
  try {
    return JSON.parse(atob(payload.replace(/-/g, '+').replace(/_/g, '/')));
  } catch {
    return {};
  }
}`,
    },
    form,
  );
}
