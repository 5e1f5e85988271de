import { existsSync } from 'node:fs';
import { MARKER } from '../../exposures/markers.ts';
import { SET } from '../../codemods/server-session/set-cookies.ts';
import { calleeName, callsOf } from '../../syntax/functions.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { toldPath } from '../file-lines.ts';
import type { Check, PlannedProject } from './check.ts';
import { namesWhatIsLeft } from './exposed.ts';

/** One side is not moved without the other: a server whose answers lack the token, a page that keeps none and gets no cookie. */
export const movesBothSides: Check = {
  kind: 'moves both sides',
  stops: true,
  *run(result) {
    const { survey, options } = result;
    const { server, client, facts } = survey;
    if (options.phase !== 'all' || options.only || !server || !client) return;
    const isServerMoved = changes(result, server.files);
    const isClientMoved = changes(result, client.files);
    if (isServerMoved && !isClientMoved) {
      const pages = new Set(client.files.map((file) => toldPath(result.root, file.path)));
      const [first] = [...namesWhatIsLeft.run(result)].filter(({ file }) => pages.has(file));
      if (first)
        yield { ...first, kind: 'moves both sides', text: `no page could be changed, and the server does not go alone. ${first.text}` };
    }
    if (isClientMoved && !isServerMoved && !existsSync(facts.server.sessionCookie.path)) {
      const file = toldPath(result.root, server.app.path);
      yield { kind: 'moves both sides', file, line: 1, text: 'nothing of the server could be changed, and pages do not go alone' };
    } else if (isClientMoved && server.signIn !== undefined && !setsTheCookie(result)) {
      const file = toldPath(result.root, server.app.path);
      yield { kind: 'moves both sides', file, line: 1, text: 'no answer sets the cookie that pages would wait for' };
    }
  },
};

/** Whether any answer sets the session's cookie, now or by an earlier run, or is marked for a person to do it. */
function setsTheCookie({ concerned }: PlannedProject): boolean {
  return concerned.some((file) => file.text.includes(MARKER) || callsOf(file).some((call) => calleeName(call) === SET.session));
}

/** Whether a file that was there before changes. */
function changes({ planned }: PlannedProject, files: readonly SourceFile[]): boolean {
  const paths = new Set(files.map((file) => file.path));
  return planned.some(({ path: file, before }) => before !== undefined && paths.has(file));
}
