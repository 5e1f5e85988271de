import type { Variable } from '@typescript-eslint/scope-manager';
import { variableOf } from '../syntax/bindings.ts';
import type { Node, TSESTree } from '../syntax/nodes.ts';
import type { Place, SourceFile } from '../syntax/source-file.ts';
import { perFile } from '../syntax/source-file.ts';

/** A variable, and the file that declares it. */
export interface LocatedVariable {
  readonly file: SourceFile;
  readonly variable: Variable;
}

/** The variable that an identifier names: one of its file, or one that another classic script of its pages declares. */
export function variableNamed(file: SourceFile, node: Node): LocatedVariable | undefined {
  const own = variableOf(file, node);
  if (own) return { file, variable: own };
  const shared = node.type === 'Identifier' ? file.links?.global?.(file, node.name) : undefined;
  const name = shared && declaredNameOf(shared.node);
  const variable = name && variableOf(shared.file, name);
  return variable && { file: shared.file, variable };
}

/** The name that a declaration at the top of a script gives to what it declares. */
function declaredNameOf(node: Node): Node | undefined {
  if (node.type === 'Identifier') return node.parent.type === 'VariableDeclarator' ? node : undefined;
  return node.type === 'FunctionDeclaration' || node.type === 'ClassDeclaration' ? (node.id ?? undefined) : undefined;
}

/** The identifiers of a file by which it speaks of what it does not declare, by their names. */
const unresolved = perFile((file): ReadonlyMap<string, readonly TSESTree.Identifier[]> => {
  const found = new Map<string, TSESTree.Identifier[]>();
  for (const { identifier } of file.scopes.globalScope?.through ?? []) {
    if (identifier.type !== 'Identifier') continue;
    const node = identifier;
    const known = found.get(node.name);
    if (known) known.push(node);
    else found.set(node.name, [node]);
  }
  return found;
});

/** Where a file names what another classic script declares: each identifier, with the place that it stands for. */
export function sharedNamesIn(file: SourceFile): { readonly name: TSESTree.Identifier; readonly declared: Place }[] {
  if (!file.links?.isShared?.(file)) return [];
  return [...unresolved(file).values()].flatMap((names) => {
    const declared = file.links?.global?.(file, names[0]!.name);
    return declared ? names.map((name) => ({ name, declared })) : [];
  });
}

/** Where a file names a variable of another classic script. */
export function namesOfShared(file: SourceFile, { file: home, variable }: LocatedVariable): TSESTree.Identifier[] {
  const [first, ...more] = unresolved(file).get(variable.name) ?? [];
  const named = first && variableNamed(file, first);
  return first && named?.variable === variable && named.file === home ? [first, ...more] : [];
}

/** Whether a variable stands at the top of a classic script, for the other scripts of its pages. */
export function isSharedVariable(file: SourceFile, { scope }: Variable): boolean {
  return (scope.type as string) === 'global' && file.links?.isShared?.(file) === true;
}
