import { argumentAt, calleeName, callsOf } from '../../syntax/functions.ts';
import { originOf } from '../../flow/origin.ts';
import type { JwtApi } from './jwt-api.ts';

/**
 * https://github.com/auth0/jwt-decode: `jwtDecode(token)`, before version 4 the default export. It checks nothing, and
 * is made for browsers.
 */
export const jwtDecode: JwtApi = {
  id: 'jwt-decode',
  hint: /jwt-decode/,
  signCall: 'jwtDecode',
  *decodings(file) {
    for (const call of callsOf(file)) {
      if (!/^jwt-decode#(?:jwtDecode|jwt_decode)?$/.test(originOf(file, call.callee) ?? '')) continue;
      const token = argumentAt(call, 0);
      yield { api: jwtDecode, node: call, call: calleeName(call) ?? 'jwtDecode', ...(token && { token }) };
    }
  },
};
