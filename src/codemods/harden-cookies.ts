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
    for (const exposure of exposuresOfKind(context.file, 'cookie-attributes')) {
      const entries = missingEntries(context, exposure.states, exposure.name);
      if (entries.length === 0) continue;
      const { cookie } = exposure;
      const shape = cookie.attributes && shapeOf(cookie.attributes);
      if (shape?.literal && !shape.open && !cookie.attributeNames)
        for (const entry of entries) context.changes.addEntry(shape.literal, entry);
      else if (!cookie.attributes && !cookie.header && !cookie.attributeNames && !cookie.isSession && cookie.node.type === 'CallExpression')
        context.changes.addEntry(cookie.node, `{ ${entries.join(', ')} }`);
      else context.todo(cookie.node, `the cookie '${exposure.name}' lacks ${entries.join(', ')}; its options are not written here.`);
    }
  },
});

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
