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

/** A header as a file writes it. */
interface WrittenHeader {
  readonly node: Node;
  readonly value: Node;
}

/** The headers that a file writes, of those in question. */
export type HeadersOf<T extends WrittenHeader> = (file: SourceFile) => readonly T[];

/** Headers by the values that they are given. */
function byValue<T extends WrittenHeader>(headers: readonly T[]): ReadonlyMap<Node, T> {
  return new Map(headers.map((one) => [bare(one.value), one]));
}

/** Those that are put into an object by a call, by what makes the object: `new Headers()` of `headers.append(…)`. */
function byObject<T extends WrittenHeader>(file: SourceFile, headers: readonly T[]): ReadonlyMap<Node, T> {
  return new Map(
    headers.flatMap((one) => {
      const call = one.value.parent;
      if (call?.type !== 'CallExpression' || call.callee.type !== 'MemberExpression') return [];
      const made = resolveValue({ file, node: call.callee.object });
      return made.file === file && made.node.type === 'NewExpression' ? [[made.node, one] as const] : [];
    }),
  );
}

/** The headers of files under what leads to them. */
interface Lookup<T> {
  readonly values: (file: SourceFile) => ReadonlyMap<Node, T>;
  readonly objects: (file: SourceFile) => ReadonlyMap<Node, T>;
}

const tokenHeaders: Lookup<BearerExposure> = {
  values: perFile((file) => byValue(bearerExposures(file))),
  objects: perFile((file) => byObject(file, bearerExposures(file))),
};

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
  return bearerExposures(file).find(({ node }) => contains(request.node, node)) ?? behindOptions(file, request, names, tokenHeaders);
}

/** The same of headers that are given: which one a request sends. */
export function headerSentBy<T extends WrittenHeader>(
  file: SourceFile,
  request: HttpRequest,
  names: Iterable<string>,
  headersOf: HeadersOf<T>,
): T | undefined {
  const lookup = { values: (one: SourceFile) => byValue(headersOf(one)), objects: (one: SourceFile) => byObject(one, headersOf(one)) };
  return headersOf(file).find(({ node }) => contains(request.node, node)) ?? behindOptions(file, request, names, lookup);
}

function behindOptions<T>(file: SourceFile, { api, options }: HttpRequest, names: Iterable<string>, lookup: Lookup<T>): T | undefined {
  if (!options || api.header?.form !== 'option') return undefined;
  for (const name of names) {
    const from = locationOf(file, options, [...api.header.path, name]);
    const found = from && headerBehind(from, lookup);
    if (found) return found;
  }
  return undefined;
}

function headerBehind<T>(from: Location, { values, objects }: Lookup<T>): T | undefined {
  const found = new Set([from]);
  for (const at of found) {
    const header = (at.path.length === 0 ? values : objects)(at.file).get(bare(at.node));
    if (header) return header;
    if (found.size < MOST_PLACES) for (const next of sourcesOf(at)) found.add(next);
  }
  return undefined;
}
