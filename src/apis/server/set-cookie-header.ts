import { resolveValue } from '../../flow/resolve.ts';
import { argumentAt, callsOf } from '../../syntax/functions.ts';
import type { CallNode, Node } from '../../syntax/nodes.ts';
import { memberName } from '../../syntax/nodes.ts';
import { shapeOf } from '../../flow/objects.ts';
import { originOf } from '../../flow/origin.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { staticText } from '../../flow/static-text.ts';
import type { ServerApi, ServerCookie } from './server-api.ts';

/** Cookies written by hand: a `Set-Cookie` header as text, or made by the cookie package's `serialize`. */
export const setCookieHeader: ServerApi = {
  id: 'set-cookie-header',
  hint: /Set-Cookie|serialize|stringifySetCookie/i,
  ageUnit: 1,
  *cookies(file) {
    for (const call of callsOf(file)) {
      if (/^cookie#(?:serialize|stringifySetCookie)$/.test(originOf(file, call.callee) ?? '')) yield* serialized(file, call);
      else for (const header of headersIn(file, call)) yield { api: setCookieHeader, operation: 'write', node: call, header };
    }
  },
};

/** https://github.com/jshttp/cookie: `serialize(name, value, attributes)`, since 1.1 also `({ name, value, ...attributes })`. */
function* serialized(file: SourceFile, call: CallNode): Generator<ServerCookie> {
  const [first, value, attributes] = [0, 1, 2].map((i) => argumentAt(call, i));
  const shape = first && shapeOf({ file, node: first });
  const common = { api: setCookieHeader, operation: 'write', node: call } as const;
  if (shape) {
    const name = shape.entries.get('name');
    const content = shape.entries.get('value');
    if (name)
      yield {
        ...common,
        name: { file: name.file, node: name.value },
        ...(content?.file === file && { value: content.value }),
        attributes: { file, node: first },
      };
  } else if (first && value) {
    yield { ...common, name: { file, node: first }, value, ...(attributes && { attributes: { file, node: attributes } }) };
  }
}

/** The texts of the Set-Cookie headers that a call sets: `('Set-Cookie', text or array)`, or in an object of headers. */
function headersIn(file: SourceFile, call: CallNode): Node[] {
  if (
    call.callee.type !== 'MemberExpression' ||
    !/^(?:set|header|setHeader|append|appendHeader|writeHead)$/.test(memberName(call.callee) ?? '')
  )
    return [];
  const [name, header] = [0, 1].map((i) => argumentAt(call, i));
  if (name && header && staticText(file, name)?.toLowerCase() === 'set-cookie') return textsOf(file, header);
  return call.arguments.flatMap((argument) =>
    [...(shapeOf({ file, node: argument })?.entries.values() ?? [])].flatMap((entry) =>
      entry.name.toLowerCase() === 'set-cookie' && entry.file === file ? textsOf(file, entry.value) : [],
    ),
  );
}

function textsOf(file: SourceFile, node: Node): Node[] {
  const value = resolveValue({ file, node });
  if (value.file !== file) return [];
  if (value.node.type === 'ArrayExpression') return value.node.elements.flatMap((one) => (one ? textsOf(file, one) : []));
  return /^(?:TemplateLiteral|BinaryExpression|Literal)$/.test(value.node.type) ? [value.node] : [];
}
