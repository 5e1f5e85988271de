import { bindingOf, variableOf } from './bindings.ts';
import type { Node } from './nodes.ts';
import { bare } from './nodes.ts';
import type { OwnClient, Settings } from './settings.ts';
import type { SourceFile } from './source-file.ts';

/** The client that an import brings, where the settings name its module and export. */
export function ownClient({ clients }: Settings, source: string, imported: string): OwnClient | undefined {
  if (clients.length === 0) return undefined;
  const written = source.replace(/\.[cm]?[jt]sx?$/, '').replace(/\/index$/, '');
  return clients.find(
    ({ module, export: exported }) =>
      exported === imported && (written === module || written.endsWith(`/${module.replace(/^(?:\.{1,2}|[@~])?\//, '')}`)),
  );
}

/** The client of the settings' that an expression is, or is a member of: `http` of `http.get`, through aliases. */
export function ownClientAt(file: SourceFile, node: Node, steps = 8): OwnClient | undefined {
  const inner = bare(node);
  if (steps <= 0 || file.settings.clients.length === 0) return undefined;
  if (inner.type === 'MemberExpression') return ownClientAt(file, inner.object, steps - 1);
  const variable = inner.type === 'Identifier' ? variableOf(file, inner) : undefined;
  const binding = variable && bindingOf(variable);
  if (binding?.kind === 'value') return ownClientAt(file, binding.init, steps - 1);
  if (binding?.kind !== 'import') return undefined;
  // import * as api from './http'; api.http.get(…)
  const member =
    binding.imported === '*' && node.parent?.type === 'MemberExpression' && node.parent.property.type === 'Identifier'
      ? node.parent.property.name
      : binding.imported;
  return ownClient(file.settings, binding.source, member);
}

/** Whether a file may use one of the settings' clients that is like a certain library. */
export function mayUseOwnClient({ settings, text }: SourceFile, like: string): boolean {
  return settings.clients.some((client) => client.like === like && text.includes(client.module.split('/').at(-1)!));
}
