import { requiredModule } from './bindings.ts';
import { hint, mentions } from './hints.ts';
import { nodesOf, perFile } from './source-file.ts';

/** Text without which no module is asked for by a call: most files of today have none, and calls are many. */
export const CALLED_FOR = hint(/require\(|import\(|require \(|import \(/i);

/** The modules that a file imports, requires or re-exports from, as written but for `node:`. Type-only imports count not. */
export const importedModules = perFile((file): ReadonlySet<string> => {
  const sources = new Set<string>();
  // They stand at the top alone: many files are done with when it is known where they run, and need no walk.
  for (const node of file.ast.body) {
    if (node.type === 'ImportDeclaration' && node.importKind !== 'type') sources.add(bareSource(node.source.value));
    else if (node.type === 'ExportNamedDeclaration' && node.source && node.exportKind !== 'type')
      sources.add(bareSource(node.source.value));
    else if (node.type === 'ExportAllDeclaration') sources.add(bareSource(node.source.value));
  }
  if (!mentions(file, CALLED_FOR)) return sources;
  for (const type of ['CallExpression', 'ImportExpression'] as const) {
    for (const node of nodesOf(file, type)) {
      const source = requiredModule(file, node);
      if (source !== undefined) sources.add(bareSource(source));
    }
  }
  return sources;
});

/** Types say where a file runs as well as values do: `import type { Request } from 'express'`. */
export const typeImportedModules = perFile(
  (file): ReadonlySet<string> =>
    new Set(
      file.ast.body.flatMap((node) =>
        node.type === 'ImportDeclaration' && node.importKind === 'type' ? [bareSource(node.source.value)] : [],
      ),
    ),
);

function bareSource(source: string): string {
  return source.replace(/^node:/, '');
}

/** The package that a source names: `@nestjs/common` of `@nestjs/common/decorators`. */
export function packageOf(source: string): string {
  const [first = '', second = ''] = source.split('/');
  return first.startsWith('@') ? `${first}/${second}` : first;
}
