import type { Variable } from '@typescript-eslint/scope-manager';
import { bindingOf, readsOf, requiredModule, variableOf } from '../syntax/bindings.ts';
import type { Node } from '../syntax/nodes.ts';
import { isAssignmentTarget, memberName } from '../syntax/nodes.ts';
import type { Place, SourceFile } from '../syntax/source-file.ts';
import { perFile } from '../syntax/source-file.ts';
import { usersAndNames } from './calls.ts';
import type { Names } from './names-elsewhere.ts';
import { namesOfVariable } from './names-elsewhere.ts';
import { isSharedVariable, namesOfShared } from './shared-names.ts';

/**
 * Where other files of a project read what a file exports, under whatever name they import or require it.
 *
 * @param names Those by which they may speak of it.
 */
export function importedReadings(file: SourceFile, names: Names, isIt: (exported: Node) => boolean): Place[] {
  const isExported = (other: SourceFile, source: string, name: string): boolean => {
    const exported = file.links?.exported(other, source, name);
    return exported?.file === file && isIt(exported.node);
  };
  const { files, names: all, modules } = usersAndNames(file, names);
  // An import of another name, or of a module that does not give it on, is of something else: it need not be followed.
  const mayBe = (name: string): boolean => !all || all.has(name);
  const leadsHere = (other: SourceFile, source: string): boolean => modules.has(file.links?.pathOf(other, source) ?? '');
  return files.flatMap((other) =>
    importsOf(other).flatMap(({ variable, source, name }): Place[] => {
      if ((name !== undefined && name !== '*' && !mayBe(name)) || !leadsHere(other, source)) return [];
      const reads = readsOf(variable);
      if (name !== undefined && name !== '*' && isExported(other, source, name)) return reads.map((node) => ({ file: other, node }));
      if (name !== undefined && name !== '*') return [];
      // A module as a whole: `import * as session`, `const session = require('./session')`.
      return reads.flatMap(({ parent }): Place[] => {
        const member = parent?.type === 'MemberExpression' ? memberName(parent) : undefined;
        return parent && member !== undefined && mayBe(member) && isExported(other, source, member) ? [{ file: other, node: parent }] : [];
      });
    }),
  );
}

const known = perFile(() => new Map<Variable, readonly Place[]>());

/** Where other files of a project read a variable of a module. */
export function readingsElsewhere(file: SourceFile, variable: Variable): readonly Place[] {
  if (!TOP_SCOPES.has(variable.scope.type)) return [];
  let found = known(file).get(variable);
  if (!found) known(file).set(variable, (found = findReadings(file, variable)));
  return found;
}

function findReadings(file: SourceFile, variable: Variable): Place[] {
  const names = namesOfVariable(file, variable);
  if (!isSharedVariable(file, variable)) return importedReadings(file, names, (exported) => isNamedBy(file, variable, exported));
  return usersAndNames(file, names).files.flatMap((other) =>
    namesOfShared(other, { file, variable }).flatMap((node) => (isAssignmentTarget(node) ? [] : [{ file: other, node }])),
  );
}

const TOP_SCOPES: ReadonlySet<string> = new Set(['module', 'global']);

/** Whether what a module exports is a variable: `export { token }`, `export default token`, `export const token = …`. */
function isNamedBy(file: SourceFile, variable: Variable, exported: Node): boolean {
  return exported.type === 'Identifier' ? variableOf(file, exported) === variable : variable.defs.some(({ node }) => node === exported);
}

interface Import {
  readonly variable: Variable;
  readonly source: string;
  /** Undefined where a module is required as a whole. */
  readonly name: string | undefined;
}

/** The variables that a file imports or requires, and what. */
const importsOf = perFile((file): readonly Import[] =>
  file.scopes.scopes
    .flatMap((scope) => scope.variables)
    .flatMap((variable): Import[] => {
      if (variable.defs.length === 0) return [];
      const binding = bindingOf(variable);
      if (binding.kind === 'import') return [{ variable, source: binding.source, name: binding.imported }];
      const source = binding.kind === 'value' ? requiredModule(file, binding.init) : undefined;
      return binding.kind === 'value' && source !== undefined ? [{ variable, source, name: binding.path[0] }] : [];
    }),
);
