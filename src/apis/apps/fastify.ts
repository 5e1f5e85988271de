import { argumentAt } from '../../syntax/functions.ts';
import { isFunction } from '../../syntax/nodes.ts';
import type { Place } from '../../flow/resolve.ts';
import type { Node, TSESTree } from '../../syntax/nodes.ts';
import type { ObjectEntry } from '../../flow/objects.ts';
import { shapeOf } from '../../flow/objects.ts';
import { originOf } from '../../flow/origin.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { staticText } from '../../flow/static-text.ts';
import type { AppFramework, Registration } from './app-framework.ts';
import { pathText, places, textOption, VERBS } from './app-framework.ts';
import { whole } from '../../credentials/alternatives.ts';

const HOOKS = ['onRequest', 'preParsing', 'preValidation', 'preHandler'] as const;

/** https://fastify.dev/docs/latest/Reference/Routes/, /Hooks/ and /Plugins/ */
export const fastifyApps: AppFramework = {
  id: 'fastify',
  label: 'Fastify',
  hint: /["']fastify["']/,
  app: /^fastify#(?:fastify|Fastify)?\(\)$/,
  scope: /^fastify#(?:fastify|Fastify)?\(\)$/,
  chains: whole([
    /register/,
    /withTypeProvider/,
    /get/,
    /post/,
    /put/,
    /patch/,
    /delete/,
    /head/,
    /options/,
    /all/,
    /route/,
    /addHook/,
    /decorate\w*/,
    /setErrorHandler/,
    /setValidatorCompiler/,
    /setSerializerCompiler/,
    /after/,
  ]),
  hasPlugins: true,
  read(file, call, method): Registration | undefined {
    switch (method) {
      case 'register':
        return registered(file, call);
      case 'addHook':
        return (HOOKS as readonly string[]).includes(pathText(file, argumentAt(call, 0)) ?? '')
          ? { kind: 'use', path: '', handlers: places(file, call.arguments.slice(1)) }
          : undefined;
      case 'use':
        return { kind: 'use', path: '', handlers: places(file, call.arguments) };
      case 'route':
        return fullRoute(file, argumentAt(call, 0));
      default:
        return VERBS.has(method) ? shortRoute(file, call, method) : undefined;
    }
  },
};

function registered(file: SourceFile, call: TSESTree.CallExpression): Registration {
  const [plugin] = call.arguments;
  if (plugin && /^@?fastify[-/]autoload#/.test(originOf(file, plugin) ?? '')) return { kind: 'elsewhere' };
  const options = argumentAt(call, 1);
  return { kind: 'use', path: textOption(file, options, 'prefix') ?? '', handlers: plugin ? [{ file, node: plugin }] : [] };
}

/** `fastify.post(path, options?, handler)`. */
function shortRoute(file: SourceFile, call: TSESTree.CallExpression, method: string): Registration | undefined {
  const [first, ...rest] = call.arguments;
  if (!first || rest.length === 0) return undefined;
  const handlers = rest.flatMap((one) =>
    isFunction(one) || one.type === 'SpreadElement' ? [{ file, node: one }] : (fromOptions(file, one) ?? [{ file, node: one }]),
  );
  return { kind: 'route', methods: [method], path: pathText(file, first), handlers };
}

/** `fastify.route({ method, url, preHandler, handler })`. */
function fullRoute(file: SourceFile, options: Node | undefined): Registration {
  const shape = options && shapeOf({ file, node: options });
  const entry = (name: string): ObjectEntry | undefined => shape?.entries.get(name);
  const url = entry('url') ?? entry('path');
  if (!options || !url) return { kind: 'elsewhere' };
  const method = entry('method')?.value;
  const methods = (method?.type === 'ArrayExpression' ? method.elements : [method]).flatMap((one) =>
    one && one.type !== 'SpreadElement' ? (staticText(file, one)?.toLowerCase() ?? []) : [],
  );
  return { kind: 'route', methods, path: staticText(url.file, url.value), handlers: fromOptions(file, options) ?? [] };
}

/** The hooks and the handler among a route's options, and its own limit: `config: { rateLimit: … }`. */
function fromOptions(file: SourceFile, options: Node): Place[] | undefined {
  const shape = shapeOf({ file, node: options });
  if (!shape) return undefined;
  const config = shape.entries.get('config');
  const limit = config && shapeOf({ file: config.file, node: config.value })?.entries.get('rateLimit');
  const hooks = [...HOOKS, 'handler'].flatMap((name) => shape.entries.get(name) ?? []);
  return [...hooks.map((one) => ({ file: one.file, node: one.value })), ...(limit ? [{ file: limit.file, node: limit.node }] : [])];
}
