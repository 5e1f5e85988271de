import { servers } from '../apis/server/index.ts';
import type { ServerApi } from '../apis/server/index.ts';
import { mentioned } from '../syntax/hints.ts';

/** The servers and middleware that a file may use, by its text. */
export const serversIn = mentioned<ServerApi>(servers);
