import { servers } from '../apis/server/index.ts';
import type { ServerApi } from '../apis/server/index.ts';
import { mentions } from '../syntax/hints.ts';
import { perFile } from '../syntax/source-file.ts';

/** The servers and middleware that a file may use, by its text. */
export const serversIn = perFile((file): readonly ServerApi[] => servers.filter(({ hint }) => mentions(file, hint)));
