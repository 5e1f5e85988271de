import { splitWords } from '../../credentials/words.ts';
import { bindingOf, variableOf } from '../../syntax/bindings.ts';
import { argumentAt } from '../../syntax/functions.ts';
import type { Node } from '../../syntax/nodes.ts';
import { bare, memberName } from '../../syntax/nodes.ts';
import type { OwnStorage } from '../../syntax/settings.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf } from '../../syntax/source-file.ts';
import type { Medium, StorageAccess, StorageApi } from './storage-api.ts';
import { verbOf } from './verbs.ts';

const KINDS: Readonly<Record<OwnStorage['kind'], { readonly medium: Medium; readonly storage: string }>> = {
  browser: { medium: 'browser-storage', storage: "the browser's storage" },
  cookie: { medium: 'script-cookie', storage: 'a cookie' },
  native: { medium: 'native-storage', storage: "the device's storage" },
};

/** Where a function comes from: the module, and the names that lead to it, the export first. */
interface ImportPath {
  readonly source: string;
  readonly names: readonly string[];
}

/**
 * Storages that a team names in `settings.httponly.storages`: `vault.save('token', token)`, `saveToken(token)`. What a
 * function does is told by the verb that its name begins with.
 */
export const teamStorage: StorageApi = {
  id: 'team-storage',
  medium: 'browser-storage',
  // Which text betrays them the settings say.
  hint: /import|require/,
  *accesses(file) {
    const { storages } = file.settings;
    if (storages.length === 0) return;
    for (const call of nodesOf(file, 'CallExpression')) {
      const path = importPath(file, call.callee);
      const own = path && storages.find((one) => isFrom(one, path));
      const operation = own && verbOf(path.names.at(-1)!);
      if (!operation) continue;
      const [first, second] = [argumentAt(call, 0), argumentAt(call, 1)];
      // saveToken(token) keeps one thing, and its name is the key.
      const isKeyed = first && (operation !== 'write' || second);
      const value = operation === 'write' ? (second ?? first) : undefined;
      const { medium, storage } = KINDS[own.kind];
      const access: StorageAccess = {
        api: { ...teamStorage, medium },
        operation,
        storage,
        node: call,
        key: isKeyed ? { node: first } : { text: withoutVerb(path.names.at(-1)!), node: call.callee },
        ...(value && { value: { file, node: value } }),
      };
      yield access;
    }
  },
};

function isFrom({ module, export: exported }: OwnStorage, { source, names }: ImportPath): boolean {
  if (exported !== undefined && names[0] !== exported) return false;
  const written = source.replace(/\.[cm]?[jt]sx?$/, '').replace(/\/index$/, '');
  return written === module || written.endsWith(`/${module.replace(/^(?:\.{1,2}|[@~])?\//, '')}`);
}

/** The import that an expression leads to, through aliases, members, instances and calls. */
function importPath(file: SourceFile, node: Node, steps = 6): ImportPath | undefined {
  const inner = bare(node);
  if (steps <= 0) return undefined;
  switch (inner.type) {
    case 'Identifier':
      return pathOfName(file, inner, steps);
    case 'MemberExpression': {
      const name = memberName(inner);
      return name === undefined ? undefined : below(importPath(file, inner.object, steps - 1), [name]);
    }
    case 'CallExpression':
    case 'NewExpression':
      return importPath(file, inner.callee, steps - 1);
    default:
      return undefined;
  }
}

function pathOfName(file: SourceFile, name: Node, steps: number): ImportPath | undefined {
  const variable = variableOf(file, name);
  const binding = variable && bindingOf(variable);
  if (binding?.kind === 'import') return { source: binding.source, names: binding.imported === '*' ? [] : [binding.imported] };
  if (binding?.kind !== 'value') return undefined;
  const names = binding.path.filter((step) => step !== undefined);
  return names.length === binding.path.length ? below(importPath(file, binding.init, steps - 1), names) : undefined;
}

function below(from: ImportPath | undefined, names: readonly string[]): ImportPath | undefined {
  return from && { source: from.source, names: [...from.names, ...names] };
}

function withoutVerb(name: string): string {
  return splitWords(name).slice(1).join('_');
}
