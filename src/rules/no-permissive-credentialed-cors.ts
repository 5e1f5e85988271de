import { exposuresOfKind } from '../exposures/index.ts';
import type { CorsExposure } from '../exposures/index.ts';
import { createRule } from '../lint/create-rule.ts';

export default createRule({
  name: 'no-permissive-credentialed-cors',
  description: 'Disallow CORS with credentials for every origin: a wildcard, `true`, or whatever the caller says',
  recommended: true,
  severity: 'high',
  cwe: [942],
  hint: /credentials/i,
  schema: [],
  defaultOptions: [],
  messages: {
    any:
      'This allows every origin (`*`) together with credentials. Browsers refuse that pair, and what people do next, ' +
      'giving each caller its own origin back, opens the API to every site. Name the origins that may read it: ' +
      '`origin: process.env.CLIENT_ORIGIN`.',
    unset:
      'Credentials are allowed here and no `origin` is given, which means every origin (`*`). Browsers refuse that ' +
      'pair, and what people do next, giving each caller its own origin back, opens the API to every site. Name the ' +
      'origins that may read it: `origin: process.env.CLIENT_ORIGIN`.',
    reflected:
      'This gives every origin that asks its own name back, with credentials: any site that a signed-in user visits ' +
      'can read this API as that user. Name the origins that may read it: `origin: process.env.CLIENT_ORIGIN`.',
    hosted:
      'This lets in every site on {{host}}, with credentials, and anybody can have one there: a page of theirs that a ' +
      'signed-in user visits can read this API as that user, where the cookie goes to other sites. Name your own: ' +
      '`https://my-app.{{host}}`.',
    unused:
      'This allows credentials for {{whom}}. No code of this app uses cookies, so that opens nothing today, and is not ' +
      'needed; once a cookie signs users in, a site that they visit can read this API as them. Drop `credentials`, or ' +
      'name the origins that may read it: `origin: process.env.CLIENT_ORIGIN`.',
  },
  check: (file) =>
    exposuresOfKind(file, 'cors').map((exposure) => ({
      messageId: messageFor(exposure),
      range: exposure.node.range,
      data: { host: exposure.host ?? '', whom: exposure.host === undefined ? 'every origin' : `every site on ${exposure.host}` },
    })),
});

function messageFor({ policy, allows, opensNothing }: CorsExposure): 'any' | 'unset' | 'reflected' | 'hosted' | 'unused' {
  if (opensNothing) return 'unused';
  return allows === 'any' && !policy.origin ? 'unset' : allows;
}
