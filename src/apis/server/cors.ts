import { argumentAt, calleeName, callsOf } from '../../syntax/functions.ts';
import type { Place } from '../../flow/resolve.ts';
import { resolveValue } from '../../flow/resolve.ts';
import type { FunctionNode, Node, TSESTree } from '../../syntax/nodes.ts';
import { enclosingFunction, isFunction, propertyName } from '../../syntax/nodes.ts';
import { shapeOf } from '../../flow/objects.ts';
import { originOf } from '../../flow/origin.ts';
import { runtimeAt } from '../../syntax/runtime.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf } from '../../syntax/source-file.ts';
import { staticText } from '../../flow/static-text.ts';
import type { CorsPolicy, ServerApi } from './server-api.ts';

const ALLOW_ORIGIN = 'access-control-allow-origin';
const ALLOW_CREDENTIALS = 'access-control-allow-credentials';

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
    if (!/Access-Control-Allow-Credentials/i.test(file.text)) return;
    yield* headersByHand(file);
    yield* headerObjects(file);
  },
};

/** The policy that options in the form of the cors package give: `{ origin, credentials }`, or a function that hands them on. */
export function* corsPolicies(
  api: ServerApi,
  file: SourceFile,
  node: Node,
  options: Node,
  defaultOrigin: CorsPolicy['defaultOrigin'],
): Generator<CorsPolicy> {
  const shape = shapeOf({ file, node: options });
  if (shape) {
    const origin = shape.entries.get('origin');
    const credentials = shape.entries.get('credentials');
    yield {
      api,
      node,
      ...(origin && { origin: { file: origin.file, node: origin.value } }),
      ...(credentials && { credentials: { file: credentials.file, node: credentials.value } }),
      defaultOrigin: shape.open ? 'none' : defaultOrigin,
    };
    return;
  }
  // cors((req, callback) => callback(null, options))
  const delegate = resolveValue({ file, node: options });
  if (!isFunction(delegate.node)) return;
  for (const call of callsOf(delegate.file)) {
    const given = enclosingFunction(call) === delegate.node && call.arguments.length === 2 ? argumentAt(call, 1) : undefined;
    if (given && shapeOf({ file: delegate.file, node: given })) yield* corsPolicies(api, delegate.file, given, given, defaultOrigin);
  }
}

/** `res.header('Access-Control-Allow-Origin', x)` beside `…-Credentials`, in one function, of any framework's response. */
function* headersByHand(file: SourceFile): Generator<CorsPolicy> {
  const byFunction = new Map<FunctionNode | undefined, { origin?: { node: Node; value: Place }; credentials?: Place }>();
  for (const call of callsOf(file)) {
    if (!/^(?:set|header|setHeader|append|writeHead|setResponseHeader|setResponseHeaders)$/.test(calleeName(call) ?? '')) continue;
    const fn = enclosingFunction(call);
    const found = byFunction.get(fn) ?? {};
    byFunction.set(fn, found);
    for (const { name, value } of headersIn(file, call.arguments)) {
      if (name === ALLOW_ORIGIN) found.origin = { node: call, value };
      if (name === ALLOW_CREDENTIALS) found.credentials = value;
    }
  }
  for (const { origin, credentials } of byFunction.values()) {
    if (origin && credentials) yield { api: cors, node: origin.node, origin: origin.value, credentials, defaultOrigin: 'none' };
  }
}

/** `('Name', value)`, `(event, 'Name', value)`, `({ Name: value })` and `(200, { Name: value })`. */
function headersIn(file: SourceFile, args: readonly Node[]): { name: string; value: Place }[] {
  for (const [i, argument] of args.slice(0, 2).entries()) {
    const name = argument.type === 'ObjectExpression' ? undefined : staticText(file, argument)?.toLowerCase();
    const value = args[i + 1];
    if (name !== undefined && /[a-z]/.test(name) && value) return [{ name, value: { file, node: value } }];
  }
  return args.flatMap((argument) =>
    [...(shapeOf({ file, node: argument })?.entries.values() ?? [])].map((entry) => ({
      name: entry.name.toLowerCase(),
      value: { file: entry.file, node: entry.value },
    })),
  );
}

/** `{ 'Access-Control-Allow-Origin': x, 'Access-Control-Allow-Credentials': 'true' }`, where a server answers with it. */
function* headerObjects(file: SourceFile): Generator<CorsPolicy> {
  for (const object of nodesOf(file, 'ObjectExpression')) {
    const property = (wanted: string): TSESTree.Property | undefined =>
      object.properties.find((one): one is TSESTree.Property => one.type === 'Property' && propertyName(one)?.toLowerCase() === wanted);
    const credentials = property(ALLOW_CREDENTIALS);
    const origin = credentials && property(ALLOW_ORIGIN);
    // Pages send such headers too, which is in vain and harms nobody.
    if (origin && (runtimeAt(file, object) === 'server' || isAnswers(file, object)))
      yield {
        api: cors,
        node: object,
        origin: { file, node: origin.value },
        credentials: { file, node: credentials.value },
        defaultOrigin: 'none',
      };
  }
}

/** `new Response(body, { headers })`, `{ statusCode: 200, headers }`: an answer's, wherever the file runs. */
function isAnswers(file: SourceFile, object: TSESTree.ObjectExpression): boolean {
  const outer = object.parent.type === 'Property' ? object.parent.parent : undefined;
  if (outer?.type !== 'ObjectExpression') return false;
  if (outer.properties.some((one) => one.type === 'Property' && propertyName(one) === 'statusCode')) return true;
  const call = outer.parent;
  return (
    (call.type === 'NewExpression' || call.type === 'CallExpression') &&
    /^(?:Response|next\/server#NextResponse)(?:\.json)?$/.test(originOf(file, call.callee) ?? '')
  );
}
