import { argumentAt, callsOf } from '../../syntax/functions.ts';
import type { Place } from '../../syntax/follow.ts';
import { valueOf } from '../../syntax/follow.ts';
import type { FunctionNode, Node } from '../../syntax/nodes.ts';
import { isFunction, memberName, enclosingFunction } from '../../syntax/nodes.ts';
import { shapeOf } from '../../syntax/objects.ts';
import { originOf } from '../../syntax/origin.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { staticText } from '../../syntax/static-text.ts';
import { chainRoot, responseAt } from './exchange.ts';
import type { CorsPolicy, ServerApi } from './server-api.ts';

/** The cors middleware, https://github.com/expressjs/cors#configuration-options, and the headers set by hand. */
export const cors: ServerApi = {
  id: 'cors',
  hint: /cors|Access-Control-Allow-Credentials/i,
  *cors(file) {
    for (const call of callsOf(file)) {
      if (originOf(file, call.callee) !== 'cors#' || call.type !== 'CallExpression') continue;
      const options = argumentAt(call, 0);
      if (options) yield* corsPolicies(cors, file, call, options, 'any');
    }
    yield* headersByHand(file);
  },
};

/** The policy that options in the form of the cors package give: `{ origin, credentials }`, or a function that hands them on. */
export function* corsPolicies(api: ServerApi, file: SourceFile, node: Node, options: Node, defaultOrigin: CorsPolicy['defaultOrigin']): Generator<CorsPolicy> {
  const shape = shapeOf({ file, node: options });
  if (shape) {
    const origin = shape.entries.get('origin');
    const credentials = shape.entries.get('credentials');
    yield { api, node, ...(origin && { origin: { file: origin.file, node: origin.value } }), ...(credentials && { credentials: { file: credentials.file, node: credentials.value } }), defaultOrigin: shape.open ? 'none' : defaultOrigin };
    return;
  }
  // cors((req, callback) => callback(null, options))
  const delegate = valueOf({ file, node: options });
  if (!isFunction(delegate.node)) return;
  for (const call of callsOf(delegate.file)) {
    const given = enclosingFunction(call) === delegate.node && call.arguments.length === 2 ? argumentAt(call, 1) : undefined;
    if (given && shapeOf({ file: delegate.file, node: given })) yield* corsPolicies(api, delegate.file, given, given, defaultOrigin);
  }
}

/** `res.header('Access-Control-Allow-Origin', x)` beside `…-Credentials`, in one function. */
function* headersByHand(file: SourceFile): Generator<CorsPolicy> {
  const byFunction = new Map<FunctionNode | undefined, { origin?: { node: Node; value: Place }; credentials?: Place }>();
  for (const call of callsOf(file)) {
    if (call.callee.type !== 'MemberExpression' || !/^(?:set|header|setHeader|append|writeHead)$/.test(memberName(call.callee) ?? '') || !responseAt(file, chainRoot(call.callee.object))) continue;
    const fn = enclosingFunction(call);
    const found = byFunction.get(fn) ?? {};
    byFunction.set(fn, found);
    for (const { name, value } of headersIn(file, call.arguments)) {
      if (name === 'access-control-allow-origin') found.origin = { node: call, value };
      if (name === 'access-control-allow-credentials') found.credentials = value;
    }
  }
  for (const { origin, credentials } of byFunction.values()) {
    if (origin && credentials) yield { api: cors, node: origin.node, origin: origin.value, credentials, defaultOrigin: 'none' };
  }
}

/** `('Name', value)`, `({ Name: value })` and `(200, { Name: value })`. */
function headersIn(file: SourceFile, args: readonly Node[]): { name: string; value: Place }[] {
  const [first, second] = args;
  const name = first && staticText(file, first)?.toLowerCase();
  if (first?.type !== 'ObjectExpression' && name !== undefined && /[a-z]/.test(name) && second) return [{ name, value: { file, node: second } }];
  return args.flatMap((argument) => [...(shapeOf({ file, node: argument })?.entries.values() ?? [])].map((entry) => ({ name: entry.name.toLowerCase(), value: { file: entry.file, node: entry.value } })));
}
