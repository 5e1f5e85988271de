import type { HttpRequest } from '../../apis/http/index.ts';
import { clientsBehind } from '../../app/requests.ts';
import { originOf } from '../../flow/origin.ts';
import { resolveValue } from '../../flow/resolve.ts';
import { calleeName, callsOf } from '../../syntax/functions.ts';
import { dressed } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
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

/** Whether a request goes through an instance that is handed to it where it is made: `followSession(axios.create())`. */
export function isOfFollowed(file: SourceFile, { node }: HttpRequest): boolean {
  const object = node.callee.type === 'MemberExpression' ? resolveValue({ file, node: node.callee.object }).node : undefined;
  // What is handed over comes back: `this.http = followSession(axios.create())` of a field whose type says what it is.
  if (object?.type === 'CallExpression' && calleeName(object) === 'followSession') return true;
  return clientsBehind(file, node).some(({ client }) => {
    const { parent } = dressed(client.node);
    return parent?.type === 'CallExpression' && calleeName(parent) === 'followSession';
  });
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
