import { callsOf } from '../../syntax/functions.ts';
import type { ObjectShape } from '../../flow/objects.ts';
import { shapeOf } from '../../flow/objects.ts';
import { originOf } from '../../flow/origin.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf } from '../../syntax/source-file.ts';
import { nameIn, secretsIn } from './session-middleware.ts';
import type { ServerApi } from './server-api.ts';
import type { Node } from '../../syntax/nodes.ts';

/**
 * iron-session, https://github.com/vvo/iron-session#session-options: `{ password, cookieName, cookieOptions }`, HttpOnly, Secure and
 * Lax unless told otherwise.
 */
export const ironSession: ServerApi = {
  id: 'iron-session',
  hint: /iron-session/,
  ageUnit: 1,
  *cookies(file) {
    for (const shape of optionsOf(file)) {
      const cookie = shape.entries.get('cookieOptions');
      if (cookie)
        yield {
          api: ironSession,
          operation: 'write',
          node: cookie.node,
          isSession: true,
          defaultName: 'the session',
          ...nameIn(shape, 'cookieName'),
          attributes: { file: cookie.file, node: cookie.value },
          defaults: { httpOnly: true, secure: true, sameSite: true, path: true },
        };
    }
  },
  *secrets(file) {
    for (const shape of optionsOf(file)) yield* secretsIn(shape, ['password'], 'iron-session');
  },
};

const TAKES_OPTIONS = /^iron-session(?:\/\w+)?#(?:getIronSession|withIronSession\w*|ironSession|createIronSession)$/;
const OPTIONS_TYPE = /^iron-session#(?:SessionOptions|IronSessionOptions)$/;

/** The options that are handed to the library here, and those that are typed as such for other files to hand over. */
function* optionsOf(file: SourceFile): Generator<ObjectShape> {
  const calls = callsOf(file).filter(({ callee }) => TAKES_OPTIONS.test(originOf(file, callee) ?? ''));
  for (const argument of calls.flatMap((call) => call.arguments)) {
    const shape = argument.type === 'SpreadElement' ? undefined : shapeOf({ file, node: argument });
    if (shape?.entries.has('password')) yield shape;
  }
  for (const { id, init } of nodesOf(file, 'VariableDeclarator')) {
    const shape = init && isTypedOptions(file, id) ? shapeOf({ file, node: init }) : undefined;
    if (shape) yield shape;
  }
}

/** `const options: SessionOptions`. */
function isTypedOptions(file: SourceFile, id: Node): boolean {
  const type = id.type === 'Identifier' ? id.typeAnnotation?.typeAnnotation : undefined;
  return type?.type === 'TSTypeReference' && OPTIONS_TYPE.test(originOf(file, type.typeName) ?? '');
}
