import type { HttpClient, HttpRequest } from '../../apis/http/index.ts';
import { clientsBehind } from '../../app/requests.ts';
import { shapeOf } from '../../flow/objects.ts';
import { originOf } from '../../flow/origin.ts';
import { resolveValue } from '../../flow/resolve.ts';
import { calleeName, callsOf } from '../../syntax/functions.ts';
import { dressed } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { textOf } from '../../syntax/source-file.ts';
import type { PlannedProject } from './check.ts';

/** Whether what a package has one of is handed to the session's module once, for all its requests: `followSession(axios)`. */
export function isFollowed(file: SourceFile, { api, node }: HttpRequest, { sources }: PlannedProject): boolean {
  if (api.session?.form !== 'observed') return false;
  const { source, name } = api.session.shared;
  const origin = originOf(file, node.callee);
  // The global of a script tag is followed by each script that uses it.
  if (origin === name || origin?.startsWith(`${name}.`) === true) return follows(file, name);
  return origin?.startsWith(`${source}#`) === true && sources.some(({ after }) => follows(after, `${source}#`));
}

function follows(file: SourceFile, followed: string): boolean {
  return callsOf(file).some((call) => {
    const [first] = call.arguments;
    return calleeName(call) === 'followSession' && first !== undefined && originOf(file, first) === followed;
  });
}

/**
 * Whether a request goes through what is handed to the session's module where it is made, `followSession(axios.create())`, or is
 * given its function: `fetchBaseQuery({ fetchFn: apiFetch })`.
 */
export function isOfFollowed(file: SourceFile, { node }: HttpRequest): boolean {
  const object = node.callee.type === 'MemberExpression' ? resolveValue({ file, node: node.callee.object }).node : undefined;
  // What is handed over comes back: `this.http = followSession(axios.create())` of a field whose type says what it is.
  if (object?.type === 'CallExpression' && calleeName(object) === 'followSession') return true;
  return clientsBehind(file, node).some(({ file: home, client }) => {
    if (client.api.session?.form === 'given') return isGivenFetch(home, client, client.api.session.option);
    const { parent } = dressed(client.node);
    return parent?.type === 'CallExpression' && calleeName(parent) === 'followSession';
  });
}

function isGivenFetch(file: SourceFile, { options }: HttpClient, option: string): boolean {
  const given = options && shapeOf({ file, node: options })?.entries.get(option);
  return given !== undefined && textOf(given.file, given.value) === 'apiFetch';
}

/** Whether a request that is made before goes by the session's own function: `apiFetch(new Request(url, options))`. */
export function isSentWithCookie(file: SourceFile, { node }: HttpRequest): boolean {
  return (
    node.type === 'NewExpression' &&
    callsOf(file).some((call) => {
      const [first] = call.arguments;
      return calleeName(call) === 'apiFetch' && first !== undefined && resolveValue({ file, node: first }).node === node;
    })
  );
}
