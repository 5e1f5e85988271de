import { readCallName } from '../../credentials/names.ts';
import { originOf } from '../../flow/origin.ts';
import { argumentAt, callsOf } from '../../syntax/functions.ts';
import { enclosingFunction, functionName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import type { JwtApi } from './jwt-api.ts';

const HMAC = /^(?:node:)?crypto#createHmac$/;

/**
 * Tokens that an app signs by itself: `createHmac('sha256', secret)`, https://nodejs.org/api/crypto.html, in a function whose
 * name says that it makes or checks a session's token. Webhooks, addresses and downloads are signed alike, and are no sessions.
 */
export const ownTokens: JwtApi = {
  id: 'own-tokens',
  hint: /createHmac/,
  signCall: 'createHmac',
  *keys(file) {
    for (const call of callsOf(file)) {
      const secret = HMAC.test(originOf(file, call.callee) ?? '') ? argumentAt(call, 1) : undefined;
      const fn = secret && enclosingFunction(call);
      const name = fn && functionName(fn);
      if (secret && name !== undefined && isOfSessions(file, name))
        yield { node: call, secret: { file, node: secret }, taker: 'createHmac' };
    }
  },
};

/** `createSessionToken`, `verifyToken`, `signSession`; not `csrfToken`, `verifyWebhook`. */
function isOfSessions(file: SourceFile, name: string): boolean {
  const { verdict, trade } = readCallName(name.replace(/^(?:verify|check|validate|parse|decode)(?=[A-Z])/, ''), file.settings.names);
  if (trade !== undefined || /csrf|xsrf|webhook|reset|invite|unsubscribe|upload|download/i.test(name)) return false;
  return verdict !== 'other' || /session/i.test(name);
}
