import { nodesWithin, textOf } from '../../syntax/source-file.ts';
import type { MiddlewareApi, OwnFunction } from './middleware-api.ts';

/**
 * Headers that another site cannot forge, or cannot set without a preflight:
 * https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html
 */
const TELLING = /^(?:origin|referer|referrer|sec-fetch-site|x-requested-with|x-(?:csrf|xsrf)(?:-token|-protection)?|csrf-token)$/i;

/** A check written by hand: it reads where a request comes from and refuses some. The one that a migration generates is such a check. */
export const originCheck: MiddlewareApi = {
  id: 'origin-check',
  protects: 'csrf',
  isWrittenIn: (functions) =>
    functions.some(readsWhereFrom) && functions.some(({ file, node }) => /\b(?:40[013]|forbidden|throw|abort)\b/i.test(textOf(file, node))),
};

function readsWhereFrom({ file, node }: OwnFunction): boolean {
  return (
    nodesWithin(file, 'Literal', node).some((one) => typeof one.value === 'string' && TELLING.test(one.value) && !isSet(one.parent)) ||
    nodesWithin(file, 'MemberExpression', node).some((one) => /\bheaders\??\.(?:origin|referer)$/.test(textOf(file, one)))
  );
}

/** `res.set('Origin', …)` says something, it does not ask. */
function isSet(parent: { readonly type: string } | undefined): boolean {
  return parent?.type === 'CallExpression' && 'arguments' in parent && (parent.arguments as unknown[]).length > 1;
}
