import { originOf } from '../flow/origin.ts';
import type { CallNode } from '../syntax/nodes.ts';
import { memberName } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { isOfPackage } from './own-modules.ts';
import { either } from '../credentials/alternatives.ts';

/** Libraries that put routes on an app by themselves, from folders and decorated classes. */
export const LOADERS =
  /consign|enrouten|express-load|autoload|routing-controllers|inversify|tsoa|overnight|require-?dir|express-file-routing|glob/i;
const HANDS_ON = either([
  /^(?:https?2?|spdy)#(?:createServer|createSecureServer|Server<new>)?/,
  /^@hono\/node-server#/,
  /^koa-(?:session|generic-session|views)#/,
  /^socket\.io#/,
  /^ws#/,
  /^serverless-http#/,
  /^@vendia\/serverless-express#/,
  /^hono\//,
  /^express-ws#/,
  /^swagger-ui-express#/,
  /^console\./,
]);

/** Whether a call that an app is handed to leaves it as it is: a server that it listens on, an app that it is mounted on. */
export function isHarmless(file: SourceFile, call: CallNode): boolean {
  if (mounts(call)) return true;
  const origin = originOf(file, call.callee);
  if (origin === undefined || LOADERS.test(origin)) return false;
  // Where the project is known, what is not its own is a package.
  return HANDS_ON.test(origin) || (file.facts !== undefined && isOfPackage(file, origin));
}

/** `parent.use('/path', app)`. */
export function mounts({ callee }: CallNode): boolean {
  return callee.type === 'MemberExpression' && /^(?:use|mount|route|register)$/.test(memberName(callee) ?? '');
}
