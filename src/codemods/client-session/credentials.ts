import type { CredentialsWay } from '../../apis/http/index.ts';
import { stateOfOptions } from '../../exposures/credentials-state.ts';
import type { CallNode, Node } from '../../syntax/nodes.ts';
import { bare, propertyName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import type { CodemodContext } from '../define-codemod.ts';
import type { Carriers } from './carriers.ts';

const NOT_SENT = "this sent the session's token. Have it send the backend's cookie: it was not understood where that is said.";

/** What is told to send cookies: a request, or an instance. */
interface Told {
  readonly file: SourceFile;
  readonly node: CallNode;
  readonly options?: Node;
  /** The place of its options among the arguments. */
  readonly optionsAt: number | undefined;
  readonly way: CredentialsWay | undefined;
}

/** Has all that sent the session's token send the backend's cookie. */
export function sendCookies(carriers: Carriers, of: (file: SourceFile) => CodemodContext): void {
  const made = new Set(carriers.clients.map(({ client }) => client.node));
  const instances = carriers.clients.map(({ file, client: { node, options, api } }) => ({
    file,
    node,
    ...(options && { options }),
    optionsAt: options ? node.arguments.findIndex((one) => bare(one) === bare(options)) : node.arguments.length,
    way: api.credentials,
  }));
  const alone = carriers.requests
    .filter(({ behind }) => !behind.some(({ client }) => made.has(client.node)))
    .map(({ file, request: { node, options, optionsAt, api } }) => ({
      file,
      node,
      ...(options && { options }),
      optionsAt,
      way: api.credentials,
    }));
  for (const one of [...instances, ...alone]) tell(one, of(one.file));
}

function tell(told: Told, { changes, todo }: CodemodContext): void {
  const { file, node, options, optionsAt, way } = told;
  if (way && stateOfOptions(file, { node, ...(options && { options }) }, way).state === 'sent') return;
  const entry = way?.form === 'option' ? entryOf(way) : undefined;
  const inner = options && bare(options);
  if (!entry) todo(node, 'request-without-cookie', NOT_SENT);
  else if (
    inner?.type === 'ObjectExpression' &&
    !inner.properties.some((one) => one.type === 'Property' && propertyName(one) === entry.name)
  )
    changes.addEntry(inner, entry.text);
  else if (!inner && node.arguments.length === optionsAt) changes.addEntry(node, `{ ${entry.text} }`);
  else todo(node, 'request-without-cookie', NOT_SENT);
}

/** `credentials: 'include'`, `withCredentials: true`; nothing where it is said further down. */
function entryOf({
  path: [name, ...deeper],
  value,
}: CredentialsWay & { readonly form: 'option' }): { readonly name: string; readonly text: string } | undefined {
  return name === undefined || deeper.length > 0 ? undefined : { name, text: `${name}: ${value === true ? 'true' : "'include'"}` };
}
