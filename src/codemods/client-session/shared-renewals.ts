import { bare, propertyName } from '../../syntax/nodes.ts';
import type { FunctionNode } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesWithin, textOf } from '../../syntax/source-file.ts';
import type { CodemodContext } from '../define-codemod.ts';
import type { GeneratedModule } from '../facts.ts';
import { importPath } from '../facts.ts';
import type { MadeSession } from './made-sessions.ts';

const SHARES = 'renewedOnce';

const NOT_SHARED =
  'the jwt callback renews the token, and is handed over in a way that was not understood. Pages and the generated route ask for the ' +
  'session at the same time: have them share one renewal.';

/** Has all who ask for a session at the same time share one renewal of the token in it. */
export function shareRenewals(
  { file, maker: { callbacks } }: MadeSession,
  { changes, todo }: CodemodContext,
  module: GeneratedModule,
): void {
  const property = callbacks.properties.find((one) => one.type === 'Property' && propertyName(one) === 'jwt');
  if (property?.type !== 'Property' || property.computed) {
    todo(callbacks, 'renewal-runs-twice', NOT_SHARED);
    return;
  }
  changes.addImport({ source: importPath(file.path, module), imported: SHARES, local: SHARES });
  const { key, value, range } = property;
  if (property.shorthand) changes.insert(range[1], `: ${SHARES}(${textOf(file, key)})`);
  else if (property.method) {
    const isAtStart = key.range[0] === range[0];
    if (!isAtStart) changes.insert(range[0], `jwt: ${SHARES}(`);
    changes.insert(key.range[0], `${isAtStart ? `jwt: ${SHARES}(` : ''}function `);
    changes.insert(range[1], ')');
  } else {
    changes.insert(value.range[0], `${SHARES}(`);
    changes.insert(value.range[1], ')');
  }
}

const SAYS_SO = /refresh|renew|rotat|expir|\bexp\b|Date\.now\(/i;

/** Whether the jwt callback beside a session renews what is in its token: it says so, or hands the token to something that may. */
export function renewsToken({ file, maker, keeping: { filler } }: MadeSession): boolean {
  if (filler) return SAYS_SO.test(textOf(file, filler)) || handsTokenOn(file, filler);
  // One that is not seen may: it is out of a package, or among callbacks that are spread here.
  return maker.callbacks.properties.some((one) => one.type === 'SpreadElement' || propertyName(one) === 'jwt');
}

/** What is handed a token, and does no more than to read, copy or show it. */
const ONLY_LOOKS = /^(?:Object|JSON|console|log(?:ger)?)\.|decode|^structuredClone$|^Boolean$/i;

const WHOLE_TOKEN = /^(?:\{ *\.\.\.)?(?:(?!user|account|profile|data|res)\w+\.)?(?:token|jwt)(?! *[\w.?(])/;

/** `return ensureValid(token)`, `keep({ ...token })`, `of(params.token)`. */
function handsTokenOn(file: SourceFile, filler: FunctionNode): boolean {
  return nodesWithin(file, 'CallExpression', filler).some(
    (call) => !ONLY_LOOKS.test(textOf(file, call.callee)) && call.arguments.some((one) => WHOLE_TOKEN.test(textOf(file, bare(one)))),
  );
}
