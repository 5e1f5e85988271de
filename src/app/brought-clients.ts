import type { HttpApi } from '../apis/http/index.ts';
import { httpClients } from '../apis/http/index.ts';
import { originOf } from '../flow/origin.ts';
import { thisHost } from '../flow/this-host.ts';
import { bindingOf, requiredModule, variableOf } from '../syntax/bindings.ts';
import { callsOf } from '../syntax/functions.ts';
import type { Node } from '../syntax/nodes.ts';
import { bare, isClass } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { perFile } from '../syntax/source-file.ts';

const NONE: ReadonlySet<HttpApi> = new Set();

/**
 * The clients that a file has from other files of its project, and whose library it need not name itself:
 * `api.post('/login')` of `import api from './api'`, of a hook, of the class that a class extends.
 */
export const broughtClients = perFile((file): ReadonlySet<HttpApi> => {
  if (!file.links) return NONE;
  const origins = new Set(callsOf(file).flatMap((call) => (isBrought(file, call.callee) ? (originOf(file, call.callee) ?? []) : [])));
  return origins.size === 0 ? NONE : new Set(httpClients.filter(({ hint }) => [...origins].some((origin) => hint.test(origin))));
});

/** How many constants and members lie at most between a call and what another file exports. */
const MOST_STEPS = 6;

/** Whether an expression begins with something that another file of the project exports. */
function isBrought(file: SourceFile, node: Node, steps = MOST_STEPS): boolean {
  if (steps <= 0) return false;
  const inner = bare(node);
  const next = (one: Node): boolean => isBrought(file, one, steps - 1);
  switch (inner.type) {
    case 'MemberExpression':
      return next(inner.object);
    case 'NewExpression':
    case 'AwaitExpression':
      return next(inner.type === 'NewExpression' ? inner.callee : inner.argument);
    case 'CallExpression': {
      const required = requiredModule(file, inner);
      return required === undefined ? next(inner.callee) : isLocal(file, required);
    }
    case 'ThisExpression': {
      const host = thisHost(inner);
      return host !== undefined && isClass(host) && host.superClass != null && next(host.superClass);
    }
    case 'Identifier':
      return isBroughtName(file, inner, next);
    default:
      return false;
  }
}

function isBroughtName(file: SourceFile, node: Extract<Node, { type: 'Identifier' }>, next: (one: Node) => boolean): boolean {
  const variable = variableOf(file, node);
  if (!variable) return file.links?.global?.(file, node.name) !== undefined;
  const binding = bindingOf(variable);
  if (binding.kind === 'value') return next(binding.init);
  return binding.kind === 'import' && isLocal(file, binding.source);
}

function isLocal(file: SourceFile, source: string): boolean {
  return file.links?.isLocal(file, source) === true;
}
