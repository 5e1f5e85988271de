import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Phase } from '../codemods/facts.ts';
import type { PlannedFile } from '../project/planned-file.ts';
import { templatesIn } from '../project/discover.ts';
import type { Refusal } from './refusal.ts';
import { SERVER_ALONE } from './refusal.ts';

/** What keeps a token in a page, or sends one, as text: such templates are not read as code. */
const KEEPS = /(?:local|session)Storage[^;\n]{0,80}(?:token|jwt)|\bAuthorization["'\]]*\s*[:,=]\s*["'`]?Bearer/i;

/** Templates of other kinds than are read, which a migration would leave behind: they keep a token, or load a script that it changes. */
export function unreadTemplates(root: string, planned: readonly PlannedFile[], phase: Phase): Refusal[] {
  if (phase === 'server' || planned.length === 0) return [];
  const scripts = planned.filter(({ path: file }) => /\.m?js$/.test(file));
  return templatesIn(root).flatMap((file): Refusal[] => {
    const text = readFileSync(path.join(root, file), 'utf8');
    const why = KEEPS.test(text) ? 'it keeps or sends the token' : loadedIn(text, root, scripts);
    if (why === undefined) return [];
    const line = text.slice(0, Math.max(0, text.search(KEEPS))).split('\n').length;
    return [
      {
        reason: 'template',
        side: 'client',
        places: [{ file, line }],
        text: `${file} is a template that is not read, and ${why}. Move what its pages do with the session by hand. Or: ${SERVER_ALONE}`,
      },
    ];
  });
}

/** The script that a template loads, of those that change: it would need another before it. */
function loadedIn(text: string, root: string, scripts: readonly PlannedFile[]): string | undefined {
  const loaded = scripts.find(({ path: file, before }) => {
    const name = path.basename(file).replace(/[.$]/g, '\\$&');
    return before !== undefined && new RegExp(`\\bsrc\\s*=\\s*["'][^"'\\n]*(?<![\\w.-])${name}\\b`).test(text);
  });
  return (
    loaded && `it loads ${path.relative(root, loaded.path).split(path.sep).join('/')}, which needs the script of the session before it`
  );
}
