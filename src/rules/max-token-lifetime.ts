import type { TokenRole } from '../credentials/roles.ts';
import type { LifetimeExposure } from '../exposures/index.ts';
import { exposuresOfKind } from '../exposures/index.ts';
import { LIFETIME_HINT } from '../exposures/token-lifetimes.ts';
import { createRule } from '../lint/create-rule.ts';
import { secondsOf, spanInWords } from '../syntax/durations.ts';

/** The longest life by what a token is for, as `15m`, `7d`; `<7d` is less than that. */
export interface LifetimeLimits {
  readonly access: string;
  readonly refresh: string;
  readonly session: string;
  readonly oneTime: string;
}

const LIMIT: Readonly<Record<Exclude<TokenRole, 'other'>, keyof LifetimeLimits>> = {
  access: 'access',
  refresh: 'refresh',
  session: 'session',
  'one-time': 'oneTime',
};
const NAMES: Readonly<Record<keyof LifetimeLimits, string>> = {
  access: 'an access token',
  refresh: 'a refresh token',
  session: 'a session',
  oneTime: 'a token for a single step',
};
const limit = (description: string): object => ({
  type: 'string',
  pattern: '^<?\\d+(\\.\\d+)? ?(s|m|h|d|w)$',
  description: `${description}, as \`15m\`, \`8h\`, \`7d\`; \`<7d\` is anything less than that.`,
});

export default createRule<[LifetimeLimits], 'tooLong' | 'forEver'>({
  name: 'max-token-lifetime',
  description: 'Disallow tokens, and cookies that hold them, that live longer than they need to, or for ever',
  recommended: true,
  severity: 'medium',
  cwe: [613],
  hint: LIFETIME_HINT,
  schema: [
    {
      type: 'object',
      properties: {
        access: limit('The longest life of an access token'),
        refresh: limit('The longest life of a refresh token'),
        session: limit('The longest life of a cookie by which the server looks a session up'),
        oneTime: limit('The longest life of a token for a single step: a reset link, a confirmation, a second factor'),
      },
      additionalProperties: false,
    },
  ],
  defaultOptions: [{ access: '<7d', refresh: '30d', session: '30d', oneTime: '<7d' }],
  messages: {
    tooLong:
      '{{subject}} lives {{span}}, and {{role}} must live {{limit}}: whoever gets hold of it can {{power}} for that long. {{advice}}',
    forEver: '{{subject}} never expires: whoever gets hold of it once can {{power}} for good{{logout}}. {{advice}}',
  },
  check: (file, [limits]) =>
    exposuresOfKind(file, 'token-lifetime').flatMap((exposure) => {
      if (exposure.role === 'other') return [];
      const role = LIMIT[exposure.role];
      if (!exceeds(exposure.seconds, limits[role])) return [];
      const data = {
        subject: subjectOf(exposure),
        role: NAMES[role],
        limit: limitInWords(limits[role]),
        power: role === 'oneTime' ? 'take that step' : 'act as the user',
        logout: role === 'oneTime' ? '' : ', and no logout ends it',
        advice: adviceFor(role, limits),
      };
      return [
        exposure.seconds === Infinity
          ? { messageId: 'forEver' as const, range: exposure.node.range, data }
          : { messageId: 'tooLong' as const, range: exposure.node.range, data: { ...data, span: spanInWords(exposure.seconds) } },
      ];
    }),
});

function exceeds(seconds: number, text: string): boolean {
  const most = secondsOf(text.replace('<', ''), 1)!;
  return text.startsWith('<') ? seconds >= most : seconds > most;
}

function limitInWords(text: string): string {
  return `${text.startsWith('<') ? 'less than' : 'at most'} ${spanInWords(secondsOf(text.replace('<', ''), 1)!)}`;
}

function subjectOf({ holder, call, role }: LifetimeExposure): string {
  if (holder === 'token') return `The token that \`${call}\` issues`;
  return role === 'session'
    ? `The session's cookie ${call === 'the cookie' ? '' : call}`.trim()
    : `The cookie ${call === 'the cookie' ? 'set here' : call}`;
}

function adviceFor(role: keyof LifetimeLimits, { access }: LifetimeLimits): string {
  switch (role) {
    case 'access':
      return (
        `Let it live for minutes (${access.startsWith('<') ? '15m' : `${access} at most`}), ` +
        'and renew it with a refresh token in an HttpOnly cookie.'
      );
    case 'refresh':
      return 'Let it live as long as a user may stay away, issue a new one at each use, and keep a list of those that are still good.';
    case 'session':
      return 'Let it end when it is not used, and renew it while it is.';
    case 'oneTime':
      return 'Let it live as long as the step takes: minutes for a link that opens an account, hours for one that confirms an address.';
  }
}
