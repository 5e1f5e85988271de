import { argumentAt } from '../../syntax/functions.ts';
import type { Node } from '../../syntax/nodes.ts';
import { shapeOf } from '../../flow/objects.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import type { StorageOperation } from './storage-api.ts';
import { inBrowsers, keyedStorage, read, remove, unless, write } from './storage-api.ts';

/** Nuxt imports it by itself, so that files name no source: https://nuxt.com/docs/api/composables/use-cookie */
const NUXT: Readonly<Record<string, StorageOperation>> = Object.fromEntries(
  ['useCookie', '#app#useCookie', '#imports#useCookie', 'nuxt/app#useCookie'].map((origin) => [origin, { operation: 'keep', key: 0 }]),
);

/** https://github.com/andreizanik/cookies-next, whose functions are the same from each of its doors. */
const COOKIES_NEXT: Readonly<Record<string, StorageOperation>> = Object.fromEntries(
  ['cookies-next', 'cookies-next/client'].flatMap((source) => [
    [`${source}#getCookie`, read()],
    [`${source}#setCookie`, write()],
    [`${source}#deleteCookie`, remove()],
    // The hook of version 5 gives them all.
    [`${source}#useCookiesNext().getCookie`, read()],
    [`${source}#useCookiesNext().setCookie`, write()],
    [`${source}#useCookiesNext().deleteCookie`, remove()],
  ]),
);

/** Libraries for cookies that run on both sides. On a server they set a server's cookies, which scripts need not see. */
export const isomorphicCookies = unless(
  hidesFromScripts,
  inBrowsers(
    keyedStorage({
      id: 'isomorphic-cookies',
      medium: 'script-cookie',
      hint: /[cn]ookie/i,
      objects: {
        // https://github.com/bendotcodes/cookies/tree/main/packages/universal-cookie
        'universal-cookie#<new>': 'a cookie',
        'react-cookie#Cookies<new>': 'a cookie',
        // The component's property that withCookies gives.
        'this.props.cookies': 'a cookie',
        'react-cookie#withCookies.props.cookies': 'a cookie',
        'react-cookie#ReactCookieProps<new>.cookies': 'a cookie',
        // https://github.com/microcipcip/cookie-universal: its default export is a function
        'cookie-universal#()': 'a cookie',
      },
      methods: { get: read(), set: write(), remove: remove() },
      functions: {
        ...COOKIES_NEXT,
        ...NUXT,
        // https://github.com/bendotcodes/cookies/tree/main/packages/react-cookie: [cookies, setCookie, removeCookie]
        'react-cookie#useCookies().1': write(),
        'react-cookie#useCookies().2': remove(),
        // https://github.com/maticzav/nookies: the context, `null` in browsers, comes first
        'nookies#setCookie': write(1, 2),
        'nookies#set': write(1, 2),
        'nookies#destroyCookie': remove(1),
        'nookies#destroy': remove(1),
        // https://www.npmjs.com/package/next-client-cookies
        'next-client-cookies#useCookies().get': read(),
        'next-client-cookies#useCookies().set': write(),
        'next-client-cookies#useCookies().remove': remove(),
      },
      functionsLabel: 'a cookie',
      wholes: {
        'universal-cookie#<new>.getAll()': 'a cookie',
        'react-cookie#useCookies().0': 'a cookie',
        'cookies-next#getCookies()': 'a cookie',
        'cookies-next/client#getCookies()': 'a cookie',
        'nookies#parseCookies()': 'a cookie',
        'nookies#get()': 'a cookie',
      },
    }),
  ),
);

/** `useCookie('token', { httpOnly: true })`: Nuxt's server keeps it, and scripts never see it. */
function hidesFromScripts(file: SourceFile, call: Node): boolean {
  const options = call.type === 'CallExpression' ? argumentAt(call, 1) : undefined;
  const httpOnly = options && shapeOf({ file, node: options })?.entries.get('httpOnly')?.value;
  return httpOnly?.type === 'Literal' && httpOnly.value === true;
}
