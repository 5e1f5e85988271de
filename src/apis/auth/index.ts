import type { ClientSessionApi } from './client-session-api.ts';
import { nextAuth } from './next-auth.ts';

export type { ClientSessionApi, SessionMaker, SessionSource, TokenKeeping } from './client-session-api.ts';

/** Every library whose session is sent to the page and that rules know. A new one is a file beside these and a line here. */
export const clientSessions: readonly ClientSessionApi[] = [nextAuth];
