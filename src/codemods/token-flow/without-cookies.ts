import type { HttpRequest, SessionWay } from '../../apis/http/index.ts';
import { clientsBehind, requestsOf } from '../../app/requests.ts';
import { originOf } from '../../flow/origin.ts';
import type { CallNode, Node } from '../../syntax/nodes.ts';
import { bare } from '../../syntax/nodes.ts';
import { textOf } from '../../syntax/source-file.ts';
import type { CodemodContext } from '../define-codemod.ts';

/** What a package has one of, by which every file may ask. */
export type Shared = Extract<SessionWay, { form: 'observed' }>['shared'];

/** Whether a request or an instance spells out the address of somebody else's server. */
export function isElsewhere({ facts }: CodemodContext, call: Node): boolean {
  return facts.client.elsewhere?.has(call) === true;
}

/**
 * Requests to somebody else's server go without cookies, as they did: browsers keep answers to `*` from pages that send any.
 *
 * @param shared What a package has one of, where that sends cookies from now on.
 */
export function askOthersWithout(context: CodemodContext, shared: Shared | undefined): void {
  for (const request of requestsOf(context.file)) {
    const { api, node } = request;
    const [name] = api.session?.form === 'observed' && api.credentials?.form === 'option' ? api.credentials.path : [];
    if (name === undefined || !isElsewhere(context, node) || context.changes.isGone(node)) continue;
    if (isOfFollowed(context, node, shared)) setOption(context, request, name);
  }
}

/** What is given the session's own function has no option by which one of its requests would go without cookies. */
export function leaveOthers(context: CodemodContext): void {
  for (const { api, node } of requestsOf(context.file)) {
    if (api.session?.form !== 'given' || !isElsewhere(context, node) || !isOfFollowed(context, node, undefined)) continue;
    context.todo(node, 'request-to-other-server', `this asks another server by what sends cookies now: give it ${api.label} of its own.`);
  }
}

/** Whether a request is made by what sends cookies from now on: the package's own instance where that is followed, or one that is. */
function isOfFollowed(context: CodemodContext, node: CallNode, shared: Shared | undefined): boolean {
  const behind = clientsBehind(context.file, node);
  if (behind.length > 0) return !behind.some(({ client }) => isElsewhere(context, client.node));
  return shared !== undefined && isOfShared(context, node.callee, shared);
}

/** `axios.post(url, data, { withCredentials: false })`, unless the options say it by themselves. */
function setOption({ file, changes }: CodemodContext, { node, options, optionsAt }: HttpRequest, name: string): void {
  const given = options && bare(options);
  const setting = `${name}: false`;
  if (given && textOf(file, given).includes(name)) return;
  if (given?.type === 'ObjectExpression') changes.addEntry(given, setting);
  else if (given) {
    changes.insert(given.range[0], '{ ...');
    changes.insert(given.range[1], `, ${setting} }`);
  } else if (optionsAt !== undefined) {
    if (node.arguments.length < optionsAt) changes.addEntry(node, 'undefined');
    changes.addEntry(node, `{ ${setting} }`);
  }
}

/** Whether a file is a classic script, in which packages are globals. */
export function isScript({ facts }: CodemodContext): boolean {
  return facts.client.session.global !== undefined;
}

/** `axios`, `axios.post`, `axios.defaults`, and nothing of an instance that was made. */
export function isOfShared(context: CodemodContext, node: Node, { source, name }: Shared): boolean {
  const origin = originOf(context.file, node);
  if (origin === undefined || /[(<]/.test(origin)) return false;
  return origin.startsWith(`${source}#`) || (isScript(context) && (origin === name || origin.startsWith(`${name}.`)));
}
