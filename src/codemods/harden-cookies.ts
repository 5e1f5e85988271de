import type { ServerCookie } from '../apis/server/server-api.ts';
import { quoted, styleOf } from '../edits/style.ts';
import { exposuresOfKind } from '../exposures/index.ts';
import { shapeOf } from '../flow/objects.ts';
import type { CodemodContext } from './define-codemod.ts';
import { defineCodemod } from './define-codemod.ts';

/** Gives the app's own session cookies the attributes that they lack. */
export default defineCodemod({
  name: 'harden-cookies',
  description: 'Session cookies that the app sets itself get HttpOnly, Secure and SameSite',
  side: 'server',
  hint: /cookie|session/i,
  apply(context) {
    if (context.facts.phase === 'client' || context.facts.phase === 'cleanup') return;
    for (const { cookie, states, name } of exposuresOfKind(context.file, 'cookie-attributes')) {
      const entries = missingEntries(context, states, name);
      if (entries.length > 0 && !addAttributes(context, cookie, entries))
        context.todo(
          cookie.node,
          'cookie-options-elsewhere',
          `the cookie '${name}' lacks ${entries.join(', ')}; its options are not written here.`,
        );
    }
  },
});

/** @returns Whether the attributes could be written: into the options that are there, or as options of a call without any. */
function addAttributes({ changes }: CodemodContext, cookie: ServerCookie, entries: readonly string[]): boolean {
  if (cookie.attributeNames) return false;
  const shape = cookie.attributes && shapeOf(cookie.attributes);
  if (shape?.literal && !shape.open) {
    for (const entry of entries) changes.addEntry(shape.literal, entry);
    return true;
  }
  if (cookie.attributes || cookie.header || cookie.isSession || cookie.node.type !== 'CallExpression') return false;
  changes.addEntry(cookie.node, `{ ${entries.join(', ')} }`);
  return true;
}

function missingEntries({ file, facts }: CodemodContext, states: Readonly<Record<string, string>>, name: string): string[] {
  const style = styleOf(file);
  const lacks = (attribute: string): boolean => states[attribute] === 'missing';
  return [
    // A script of the project reads it: HttpOnly would break that script.
    ...(lacks('httpOnly') && !facts.server.cookiesReadByScripts.has(name) ? ['httpOnly: true'] : []),
    // Without Secure browsers drop a cookie that may go to other sites; on localhost they take Secure as given.
    ...(states['sameSite'] === 'none-without-secure'
      ? ['secure: true']
      : lacks('secure')
        ? [`secure: process.env.NODE_ENV === ${quoted(style, 'production')}`]
        : []),
    ...(lacks('sameSite') ? [`sameSite: ${quoted(style, facts.server.sameSite)}`] : []),
  ];
}
