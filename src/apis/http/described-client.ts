import { argumentAt, callsOf } from '../../syntax/functions.ts';
import type { CallNode, Node } from '../../syntax/nodes.ts';
import { shapeOf } from '../../flow/objects.ts';
import type { Origin } from '../../flow/origin.ts';
import { originOf } from '../../flow/origin.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import type { HttpApi, HttpClient, HttpRequest } from './http-api.ts';

/** Where a call takes its address and its options, by index. Options that come first may hold the address too. */
export interface Arguments {
  readonly url?: number;
  readonly options?: number;
}

/** A client said as data. */
export interface ClientDescription extends Pick<
  HttpApi,
  'id' | 'hint' | 'label' | 'isWithoutDefaults' | 'credentials' | 'header' | 'session' | 'socket' | 'tokens'
> {
  /** What sends requests, by origin: `ky#`, `$fetch`, `@angular/common/http#HttpClient<new>`. */
  readonly objects?: readonly Origin[];
  /** The objects' methods that make another such object, with the index of its options: `{ create: 0 }`. */
  readonly makers?: Readonly<Record<string, number>>;
  /** Functions and constructors that make such an object, by origin. */
  readonly factories?: Readonly<Record<Origin, Arguments>>;
  /** How the objects are called themselves: `ky(url, options)`. */
  readonly call?: Arguments;
  readonly methods?: Readonly<Record<string, Arguments>>;
  /** The options' names for the address that an object's requests are relative to. */
  readonly base?: readonly string[];
  /** The option's name for a request's own address, where it may stand there. */
  readonly url?: string;
}

const SHORTCUTS = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options'];

/** The shortcuts that most clients have, one a method of HTTP. */
export function shortcuts(at: Arguments, names: readonly string[] = SHORTCUTS): Readonly<Record<string, Arguments>> {
  return Object.fromEntries(names.map((name) => [name, at]));
}

/** Makes a client of its description. */
export function describedClient(description: ClientDescription): HttpApi {
  const { objects = [], makers = {}, factories = {}, call: called, methods = {}, base = [], url = 'url', ...rest } = description;
  const methodOf = methodFinder(
    [...objects, ...Object.keys(factories).flatMap((factory) => [`${factory}<new>`, `${factory}()`])],
    Object.keys(makers),
  );
  const api: HttpApi = {
    ...rest,
    *requests(file) {
      for (const call of callsOf(file)) {
        const method = methodOf(originOf(file, call.callee));
        const at =
          method === ''
            ? called
            : method !== undefined && call.type === 'CallExpression' && Object.hasOwn(methods, method)
              ? methods[method]
              : undefined;
        if (at) yield requestAt(api, call, at, url);
      }
    },
    *clients(file) {
      for (const call of callsOf(file)) {
        const origin = originOf(file, call.callee);
        const method = methodOf(origin);
        if (origin !== undefined && Object.hasOwn(factories, origin)) yield clientAt(file, api, call, factories[origin]!, base);
        else if (method !== undefined && Object.hasOwn(makers, method)) yield clientAt(file, api, call, { options: makers[method]! }, base);
      }
    },
  };
  return api;
}

/** Tells the method of an object that an origin is; the empty text is the object itself, however often it was made anew. */
function methodFinder(objects: readonly Origin[], makers: readonly string[]): (origin: Origin | undefined) => string | undefined {
  // The longer of two objects that begin alike says more.
  const longestFirst = objects.toSorted((a, b) => b.length - a.length);
  return (origin) => {
    if (origin === undefined) return undefined;
    for (const object of longestFirst) {
      if (!origin.startsWith(object)) continue;
      // ky#get, but $fetch.raw.
      const steps = (
        object.endsWith('#') && /^\w/.test(origin.slice(object.length)) ? `.${origin.slice(object.length)}` : origin.slice(object.length)
      ).split('.');
      if (steps.shift() !== '') continue;
      while (steps.length > 0 && makers.some((maker) => steps[0] === `${maker}()`)) steps.shift();
      if (steps.length <= 1 && !/[()<]/.test(steps[0] ?? '')) return steps[0] ?? '';
    }
    return undefined;
  };
}

function requestAt(api: HttpApi, call: CallNode, at: Arguments, urlName: string): HttpRequest {
  const first = at.url === undefined ? undefined : argumentAt(call, at.url);
  const given = at.options === undefined ? undefined : argumentAt(call, at.options);
  // axios(config), $.ajax({ url }): everything in one.
  const options = given ?? (first?.type === 'ObjectExpression' ? first : undefined);
  const url = first && first !== options ? first : ownProperty(options, urlName);
  const optionsAt = at.options !== undefined && { optionsAt: at.options };
  return { api, node: call, ...(url && { url }), ...(options && { options }), ...optionsAt };
}

function ownProperty(options: Node | undefined, name: string): Node | undefined {
  if (options?.type !== 'ObjectExpression') return undefined;
  return options.properties.flatMap((property) =>
    property.type === 'Property' && !property.computed && property.key.type === 'Identifier' && property.key.name === name
      ? [property.value]
      : [],
  )[0];
}

function clientAt(file: SourceFile, api: HttpApi, call: CallNode, at: Arguments, names: readonly string[]): HttpClient {
  const options = at.options === undefined ? undefined : argumentAt(call, at.options);
  const base = (at.url === undefined ? undefined : argumentAt(call, at.url)) ?? (options && baseIn(file, options, names));
  return { api, node: call, ...(options && { options }), ...(base && { base }) };
}

/** The address in a client's options, where it stands in the same file. */
function baseIn(file: SourceFile, options: Node, names: readonly string[]): Node | undefined {
  const shape = shapeOf({ file, node: options });
  return names.map((name) => shape?.entries.get(name)).find((entry) => entry?.file === file)?.value;
}
