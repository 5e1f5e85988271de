import type { HttpRequest } from '../apis/http/index.ts';
import { sourcesOf } from '../flow/back.ts';
import type { Location } from '../flow/location.ts';
import { locationOf } from '../flow/location.ts';
import { resolveValue } from '../flow/resolve.ts';
import type { Node } from '../syntax/nodes.ts';
import { bare, contains } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { perFile } from '../syntax/source-file.ts';
import type { BearerExposure } from './exposure.ts';
import { bearerExposures } from './headers.ts';

/** How many places the headers of one request are looked for in. */
const MOST_PLACES = 300;

/** The headers with tokens that files write, by the values that they are given. */
const headersByValue = perFile(
  (file): ReadonlyMap<Node, BearerExposure> => new Map(bearerExposures(file).map((one) => [bare(one.value), one])),
);

/** Those that are put into an object by a call, by what makes the object: `new Headers()` of `headers.append(…)`. */
const headersByObject = perFile(
  (file): ReadonlyMap<Node, BearerExposure> =>
    new Map(
      bearerExposures(file).flatMap((one) => {
        const call = one.value.parent;
        if (call?.type !== 'CallExpression' || call.callee.type !== 'MemberExpression') return [];
        const made = resolveValue({ file, node: call.callee.object });
        return made.file === file && made.node.type === 'NewExpression' ? [[made.node, one] as const] : [];
      }),
    ),
);

/** The names of the headers in which files send tokens. */
export function tokenHeadersOf(files: readonly SourceFile[]): ReadonlySet<string> {
  return new Set(files.flatMap((file) => bearerExposures(file).flatMap(({ header }) => (header === '' ? [] : [header]))));
}

/**
 * The header with a token that a request sends: written in it, or made for it anywhere else, by a function that returns
 * headers, a getter, an object of settings.
 *
 * @param names Those that may be in question, as {@link tokenHeadersOf} gives them.
 */
export function tokenHeaderOf(file: SourceFile, request: HttpRequest, names: Iterable<string>): BearerExposure | undefined {
  const inside = bearerExposures(file).find(({ node }) => contains(request.node, node));
  if (inside) return inside;
  const { api, options } = request;
  if (!options || api.header?.form !== 'option') return undefined;
  for (const name of names) {
    const from = locationOf(file, options, [...api.header.path, name]);
    const found = from && headerBehind(from);
    if (found) return found;
  }
  return undefined;
}

function headerBehind(from: Location): BearerExposure | undefined {
  const found = new Set([from]);
  for (const at of found) {
    const header = (at.path.length === 0 ? headersByValue : headersByObject)(at.file).get(bare(at.node));
    if (header) return header;
    if (found.size < MOST_PLACES) for (const next of sourcesOf(at)) found.add(next);
  }
  return undefined;
}
