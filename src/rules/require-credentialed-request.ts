import type { CredentialsWay } from '../apis/http/index.ts';
import { exposuresOfKind } from '../exposures/index.ts';
import { createRule } from '../lint/create-rule.ts';

/** Clients that many apps configure once, on their defaults or by an interceptor, in a file of its own. */
const CONFIGURABLE = ['angular', 'axios', 'jquery'] as const;

export default createRule<
  [{ readonly configuredElsewhere: readonly (typeof CONFIGURABLE)[number][] }],
  'missing' | 'off' | 'missingOnClient' | 'offOnClient'
>({
  name: 'require-credentialed-request',
  description: "Require that requests to the team's own API carry the session's cookie",
  recommended: false,
  severity: 'low',
  cwe: [522],
  // Clients are many, and the settings decide: a call is what all have in common.
  beyondCredentials: true,
  appliesTo: ({ apiOrigins }) => apiOrigins.length > 0,
  hint: /\(/,
  schema: [
    {
      type: 'object',
      properties: {
        configuredElsewhere: {
          type: 'array',
          items: { type: 'string', enum: [...CONFIGURABLE] },
          uniqueItems: true,
          description:
            'Clients that are told to send cookies in another file, by an interceptor or on their defaults. Their requests ' +
            'are reported only where they are told not to.',
        },
      },
      additionalProperties: false,
    },
  ],
  defaultOptions: [{ configuredElsewhere: ['angular'] }],
  messages: {
    missing:
      "This request to {{origin}} goes without the session's cookie: to another origin {{client}} sends cookies only " +
      'when it is told to. {{advice}}',
    off: "This keeps the session's cookie out of the request to {{origin}}, so that the API takes it for a stranger's. {{advice}}",
    missingOnClient:
      "Requests of this instance to {{origin}} go without the session's cookie: to another origin {{client}} sends " +
      'cookies only when it is told to. {{advice}}',
    offOnClient:
      "This keeps the session's cookie out of all requests of this instance to {{origin}}, so that the API takes " +
      "them for a stranger's. {{advice}}",
  },
  check: (file, [{ configuredElsewhere }]) =>
    exposuresOfKind(file, 'uncredentialed-request').flatMap(({ node, api, origin, isClient, isOff, isDefault }) => {
      if (!isOff && isDefault && configuredElsewhere.some((id) => id === api.id)) return [];
      const messageId = isClient ? (isOff ? 'offOnClient' : 'missingOnClient') : isOff ? 'off' : 'missing';
      return [{ messageId, range: node.range, data: { origin, client: api.label, advice: advice(api.credentials!) } }];
    }),
});

/** What to write, as the client has it. */
function advice(way: CredentialsWay): string {
  switch (way.form) {
    case 'option':
      return `Give it \`${nested(way.path, way.value)}\`.`;
    case 'call':
      return `Call \`.${way.method}(${way.path ? `{ ${nested(way.path, way.value ?? true)} }` : ''})\` on it.`;
    case 'assignment':
      return `Set \`${way.property} = true\` on it.`;
    case 'fetch':
      return `Give it a \`${way.option}\` that adds \`credentials: 'include'\`.`;
  }
}

function nested([name = '', ...rest]: readonly string[], value: 'include' | true): string {
  return `${name}: ${rest.length > 0 ? `{ ${nested(rest, value)} }` : value === true ? 'true' : `'${value}'`}`;
}
