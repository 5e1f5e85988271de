import type { CookieAttribute } from '../apis/server/index.ts';
import type { CookieExposure } from '../exposures/index.ts';
import { exposuresOfKind } from '../exposures/index.ts';
import { createRule } from '../lint/create-rule.ts';
import type { Suggestion } from '../lint/finding.ts';

type MessageIds = 'missing' | 'addSecure' | 'addSameSite';
type SameSite = 'lax' | 'strict';
type Required = Extract<CookieAttribute, 'maxAge' | 'path'>;

/** What each attribute keeps off, by RFC 6265bis: https://datatracker.ietf.org/doc/draft-ietf-httpbis-rfc6265bis/ */
const GUARDS: Readonly<Record<CookieAttribute, string>> = {
  httpOnly: 'HttpOnly (scripts of the page can read it)',
  secure: 'Secure (it travels in clear over HTTP)',
  sameSite: 'SameSite (other sites can have the browser send it)',
  maxAge: 'Max-Age (how long it lives is left to the browser)',
  path: 'Path (it is sent to every path below the one that set it)',
};

const SECURE = "secure: process.env.NODE_ENV === 'production'";

interface Options {
  readonly require: readonly Required[];
  readonly sameSite: SameSite;
}

export default createRule<[Options], MessageIds>({
  name: 'require-cookie-attributes',
  description: 'Require HttpOnly, Secure and SameSite on the cookies in which a server keeps a credential',
  recommended: true,
  severity: 'medium',
  cwe: [1004, 614, 1275],
  hint: /cookie|session/i,
  hasSuggestions: true,
  schema: [
    {
      type: 'object',
      properties: {
        require: {
          type: 'array',
          items: { type: 'string', enum: ['maxAge', 'path'] },
          uniqueItems: true,
          description: 'Attributes that are required beside HttpOnly, Secure and SameSite.',
        },
        sameSite: {
          type: 'string',
          enum: ['lax', 'strict'],
          description: 'What SameSite has to be at least: `strict` takes no `Lax`.',
        },
      },
      additionalProperties: false,
    },
  ],
  defaultOptions: [{ require: [], sameSite: 'lax' }],
  messages: {
    missing: 'The cookie {{name}} holds a credential: {{reason}}. It lacks {{attributes}}. Give it {{advice}}.',
    addSecure: `Add \`${SECURE}\`.`,
    addSameSite: "Add `sameSite: '{{sameSite}}'`.",
  },
  check(file, [{ require: required, sameSite }]) {
    const wanted: readonly CookieAttribute[] = ['httpOnly', 'secure', 'sameSite', ...required];
    return exposuresOfKind(file, 'cookie-attributes').flatMap((exposure) => {
      const lacking = wanted.filter(
        (attribute) =>
          !['set', 'unknown'].includes(exposure.states[attribute]) || (attribute === 'sameSite' && isTooLax(exposure, sameSite)),
      );
      if (lacking.length === 0) return [];
      return [
        {
          messageId: 'missing' as const,
          range: exposure.node.range,
          data: {
            name: exposure.name === '' ? 'set here' : `'${exposure.name}'`,
            reason: exposure.reason,
            attributes: listed(gaps(exposure, lacking)),
            advice: listed(
              lacking
                .filter((attribute) => exposure.states[attribute] !== 'none-without-secure')
                .map((attribute) => advice(exposure, attribute, sameSite)),
            ),
          },
          suggestions: suggestions(exposure, lacking, sameSite),
        },
      ];
    });
  },
});

/** Whether SameSite is said, and is less than is asked for. */
function isTooLax({ sameSite }: CookieExposure, wanted: SameSite): boolean {
  return wanted === 'strict' && (sameSite === 'lax' || sameSite === 'none');
}

/** What is missing, and what that lets happen. SameSite=None without Secure is one gap, not two. */
function gaps({ states, sameSite }: CookieExposure, lacking: readonly CookieAttribute[]): string[] {
  const isNone = states.sameSite === 'none-without-secure';
  return lacking.flatMap((attribute) => {
    if (isNone && attribute === 'sameSite') return [];
    if (attribute === 'sameSite' && states.sameSite === 'set')
      return [`SameSite=Strict (with ${sameSite === 'none' ? 'None' : 'Lax'} a link from another site carries it)`];
    return isNone && attribute === 'secure' ? ['Secure (without it browsers drop a cookie with SameSite=None)'] : [GUARDS[attribute]];
  });
}

/** The attribute as the code at hand would write it: a property, or a part of a header. */
function advice({ cookie, states }: CookieExposure, attribute: CookieAttribute, sameSite: SameSite): string {
  if (cookie.header)
    return attribute === 'sameSite'
      ? sameSite === 'strict'
        ? '`SameSite=Strict`'
        : '`SameSite=Lax` or `Strict`'
      : `\`${GUARDS[attribute].replace(/ .*/, '')}\``;
  const own = cookie.attributeNames?.[attribute];
  if (own !== undefined) return attribute === 'sameSite' ? `\`${own}: '${sameSite === 'strict' ? 'Strict' : 'Lax'}'\`` : `\`${own}: true\``;
  switch (attribute) {
    case 'httpOnly':
      return '`httpOnly: true`';
    case 'secure':
      return states.sameSite === 'none-without-secure' ? '`secure: true`' : `\`${SECURE}\``;
    case 'sameSite':
      return sameSite === 'strict' ? "`sameSite: 'strict'`" : "`sameSite: 'lax'` or `'strict'`";
    default:
      return `\`${attribute}\``;
  }
}

/** "a, b and c". */
function listed(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/**
 * Secure and SameSite, one edit in the object that is written in place, or an object where there is none: they make the
 * server stricter and concern nobody else. HttpOnly is the codemod's, since it breaks a script that still reads the cookie.
 */
function suggestions(exposure: CookieExposure, lacking: readonly CookieAttribute[], sameSite: SameSite): Suggestion<MessageIds>[] {
  const insert = insertion(exposure);
  if (!insert) return [];
  return [
    ...(lacking.includes('secure') && exposure.states.secure === 'missing' && exposure.states.sameSite !== 'none-without-secure'
      ? [{ messageId: 'addSecure' as const, edits: insert(SECURE) }]
      : []),
    ...(lacking.includes('sameSite') && exposure.states.sameSite === 'missing'
      ? [{ messageId: 'addSameSite' as const, data: { sameSite }, edits: insert(`sameSite: '${sameSite}'`) }]
      : []),
  ];
}

/** How one attribute is put in, or undefined where no place is the cookie's own. */
function insertion({ literal, cookie, file }: CookieExposure): ((text: string) => Suggestion<MessageIds>['edits']) | undefined {
  if (cookie.attributeNames) return undefined;
  if (!literal) {
    const { value, attributes, node } = cookie;
    if (!value || attributes || node.type !== 'CallExpression') return undefined;
    // Before the call's bracket: the value may stand in brackets of its own.
    const end = node.range[1] - 1;
    const comma = /,\s*$/.test(file.text.slice(value.range[1], end)) ? '' : ',';
    return (text) => [{ range: [end, end], text: `${comma} { ${text} }` }];
  }
  const last = literal.properties.at(-1);
  if (!last) return (text) => [{ range: literal.range, text: `{ ${text} }` }];
  const isOnLines = /^\s*\n/.test(file.text.slice(literal.range[0] + 1));
  const indent = isOnLines ? `\n${/[ \t]*$/.exec(file.text.slice(0, last.range[0]))![0]}` : ' ';
  return (text) => [{ range: [last.range[1], last.range[1]], text: `,${indent}${text}` }];
}
