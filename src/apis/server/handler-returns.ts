import { returnsOf } from '../../syntax/functions.ts';
import type { FunctionNode } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import type { ResponseBody, ServerApi } from './server-api.ts';

/** What a handler returns, where its framework answers with that. */
export function returnedBodies(
  api: ServerApi,
  file: SourceFile,
  handler: FunctionNode,
  more: Pick<ResponseBody, 'path' | 'ofService'> = {},
): ResponseBody[] {
  return returnsOf(handler).map((node) => ({ api, node, body: { file, node }, handler, ...more }));
}
