import { quoted, styleOf, indentationAt } from '../edits/style.ts';
import { corsExposures } from '../exposures/cors.ts';
import { argumentAt, calleeName, callsOf } from '../syntax/functions.ts';
import type { CallNode, Node, TSESTree } from '../syntax/nodes.ts';
import { bare, dressed, enclosingFunction, enclosingStatement } from '../syntax/nodes.ts';
import { shapeOf } from '../flow/objects.ts';
import { originOf } from '../flow/origin.ts';
import { staticText } from '../flow/static-text.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { nodesOf, textOf } from '../syntax/source-file.ts';
import type { CodemodContext } from './define-codemod.ts';
import { defineCodemod } from './define-codemod.ts';
import { importPath } from './facts.ts';

/** Lets pages of one exact origin ask with their cookies, where pages come from another origin than the server's. */
export default defineCodemod({
  name: 'credentialed-cors',
  description: 'CORS with credentials for one exact origin instead of for everybody',
  side: 'server',
  hint: /cors|socket\.io|Access-Control-Allow-Origin/i,
  apply(context) {
    const { file, facts } = context;
    if (facts.phase === 'client' || facts.phase === 'cleanup' || facts.isTest(file.path)) return;
    // Without sessions there is no cookie to let in.
    if (!facts.server.hasSessions) return;
    shareList(context);
    if (!facts.server.isCrossOrigin) return;
    for (const call of callsOf(file))
      if (call.type === 'CallExpression' && originOf(file, call.callee) === 'cors#') openForOurPages(context, call);
    for (const call of callsOf(file))
      if (originOf(file, call.callee) === 'socket.io#Server' || originOf(file, call.callee) === 'socket.io#') openSockets(context, call);
    headersByHand(context);
  },
});

/** The origins that CORS lets in are listed once, where the check of where requests come from asks them. */
function shareList(context: CodemodContext): void {
  const { file, changes, facts } = context;
  const { originList: list } = facts.server;
  if (list?.file !== file.path || facts.server.csrfCheck.path === file.path) return;
  const lists = [...nodesOf(file, 'ArrayExpression'), ...nodesOf(file, 'CallExpression')];
  const written = lists.filter(({ range }) => range[0] === list.start).toSorted((a, b) => b.range[1] - a.range[1])[0];
  // `[…] as const` is of what is written there.
  if (written) changes.replace(dressed(written), clientOrigin(context));
}

function openForOurPages(context: CodemodContext, call: TSESTree.CallExpression): void {
  const { file, changes } = context;
  const options = argumentAt(call, 0);
  if (!options) {
    changes.addEntry(call, `{ origin: ${clientOrigin(context)}, credentials: true }`);
    return;
  }
  const shape = shapeOf({ file, node: options });
  // `cors(options)` from elsewhere, and delegates, are changed where they are written.
  if (!shape?.literal || shape.open) return;
  const origin = shape.entries.get('origin');
  if (!origin) changes.addEntry(shape.literal, `origin: ${clientOrigin(context)}`);
  else if (origin.file === file) closeOrigin(context, origin.value);
  const credentials = shape.entries.get('credentials');
  if (!credentials) changes.addEntry(shape.literal, 'credentials: true');
  else if (credentials.file === file && bare(credentials.value).type === 'Literal' && staticValue(credentials.value) !== true)
    changes.replace(credentials.value, 'true');
}

/** socket.io has a CORS of its own, for handshakes that begin as requests: https://socket.io/docs/v4/handling-cors/ */
function openSockets(context: CodemodContext, call: CallNode): void {
  const { file, changes } = context;
  const options = call.arguments.find((one) => one.type === 'ObjectExpression');
  const cors = options && shapeOf({ file, node: options })?.entries.get('cors');
  if (!options || cors?.node.type !== 'Property' || cors.file !== file) return;
  const policy = shapeOf({ file, node: cors.value });
  if (policy?.literal) {
    const origin = policy.entries.get('origin');
    if (!policy.entries.has('credentials')) changes.addEntry(policy.literal, 'credentials: true');
    if (!origin) changes.addEntry(policy.literal, `origin: ${clientOrigin(context)}`);
    else if (origin.file === file) closeOrigin(context, origin.value);
  } else if (staticValue(cors.value) === '*' || staticValue(cors.value) === true)
    changes.replace(cors.value, `{ origin: ${clientOrigin(context)}, credentials: true }`);
}

function staticValue(node: Node): unknown {
  const inner = bare(node);
  return inner.type === 'Literal' ? inner.value : undefined;
}

/** Where every origin is let in, ours takes its place: in a setting's default alone, `process.env.ORIGIN || '*'`. */
function closeOrigin(context: CodemodContext, origin: Node): void {
  const inner = bare(origin);
  if (inner.type === 'LogicalExpression') closeOrigin(context, inner.right);
  else if (inner.type === 'ConditionalExpression') for (const one of [inner.consequent, inner.alternate]) closeOrigin(context, one);
  else if (isForEverybody(context.file, origin)) context.changes.replace(origin, clientOrigin(context));
}

/** What the linter would report with credentials on: a wildcard, `true`, whatever the caller says. */
export function isForEverybody(file: SourceFile, origin: Node): boolean {
  const value = staticValue(origin);
  if (value === '*' || value === true || value === false) return value !== false;
  return (
    corsExposures(file).some(({ policy, allows }) => allows !== 'hosted' && policy.origin?.node === origin) ||
    (/^(?:\(?[\w\s,]*(?:\)\s*)?=>|function)/.test(file.text.slice(...origin.range)) &&
      /(?:null|undefined),\s*true\s*\)/.test(file.text.slice(...origin.range)) &&
      !/\bif\b|\?|includes|indexOf|&&|\|\|/.test(file.text.slice(...origin.range)))
  );
}

/** What the check of where requests come from lets in: one origin, or those that other settings of the app's name. */
function clientOrigin({ file, changes, facts }: CodemodContext): string {
  const name = facts.server.asksAllowedOrigins ? 'clientOrigins' : 'clientOrigin';
  changes.addImport({ source: importPath(file.path, facts.server.csrfCheck), imported: name, local: name });
  return name;
}

/** A call that sends `Access-Control-Allow-Origin`, and what it sends. */
interface OriginHeader {
  readonly call: TSESTree.CallExpression;
  readonly value: Node;
}

function originHeaders(file: SourceFile): OriginHeader[] {
  return nodesOf(file, 'CallExpression').flatMap((call) => {
    const [name, value] = [argumentAt(call, 0), argumentAt(call, 1)];
    const isHeader =
      /^(?:set|header|setHeader|append)$/.test(calleeName(call) ?? '') &&
      name !== undefined &&
      staticText(file, name)?.toLowerCase() === 'access-control-allow-origin';
    return isHeader && value ? [{ call, value }] : [];
  });
}

/** Headers that send back the origin that asks, after a look at it. */
export function chosenByHand(file: SourceFile): OriginHeader[] {
  return originHeaders(file).filter(
    ({ call, value }) => staticText(file, value) !== '*' && /\borigin\b/i.test(file.text.slice(...value.range)) && isChosen(file, call),
  );
}

/** `res.header('Access-Control-Allow-Origin', '*')`: one exact origin, and credentials beside it. */
function headersByHand(context: CodemodContext): void {
  const { file, changes, facts } = context;
  const chosen = new Set(chosenByHand(file).map(({ call }) => call));
  for (const { call, value } of originHeaders(file)) {
    if (chosen.has(call)) leaveChosen(context, call);
    else if (staticText(file, value) !== '*' && (!/\borigin\b/i.test(file.text.slice(...value.range)) || changes.isGone(call))) continue;
    // A header holds one.
    else if (facts.server.asksAllowedOrigins)
      context.todo(call, 'several-origins', 'CORS lets in several origins: have this header name the one that asks, of those alone.');
    else {
      changes.replace(value, clientOrigin(context));
      withCredentials(context, call);
    }
  }
}

/** Whom the app chooses it goes on choosing: the check of where requests come from asks it. */
function leaveChosen(context: CodemodContext, call: TSESTree.CallExpression): void {
  const { server } = context.facts;
  if (server.asksCors) withCredentials(context, call);
  else if (!server.asksAllowedOrigins)
    context.todo(
      call,
      'several-origins',
      'CORS chooses among several origins here: have refuseCrossSite let in the same ones, beside CLIENT_ORIGIN.',
    );
}

/** Beside a header that names one origin: a page of it may send its cookies. */
function withCredentials({ file, changes }: CodemodContext, call: TSESTree.CallExpression): void {
  const statement = enclosingStatement(call);
  if (call.callee.type !== 'MemberExpression' || /Access-Control-Allow-Credentials/i.test(file.text)) return;
  const style = styleOf(file);
  const line =
    `${file.text.slice(...call.callee.range)}(${quoted(style, 'Access-Control-Allow-Credentials')}, ` +
    `${quoted(style, 'true')})${style.semicolon}`;
  changes.insert(statement.range[1], style.lineEnd + indentationAt(file.text, statement.range[0]) + line);
}

/** Whether the origin is looked up or tested before it is sent back: then it is one of several, and not everybody's. */
function isChosen(file: SourceFile, call: Node): boolean {
  const fn = enclosingFunction(call);
  const text = fn ? textOf(file, fn) : file.text;
  return /\.(?:has|includes|indexOf|test|match|some|find|endsWith|startsWith)\(|===/.test(text.replace(/===?\s*['"`]OPTIONS['"`]/g, ''));
}
