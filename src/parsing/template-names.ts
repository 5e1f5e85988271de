import type { Reference, ScopeManager } from '@typescript-eslint/scope-manager';
import type { TemplateCode } from '../syntax/source-file.ts';
import type { Node } from '../syntax/nodes.ts';

/** What is declared at the top of such a script is there for the template. https://vuejs.org/api/sfc-script-setup.html */
const SETUP = /<script\b[^>]*\ssetup\b/;

/**
 * Makes the names of a template references to what the component's script declares, as the compiler does. Names that loops
 * and slots declare are left alone: which element they are for is not known here.
 *
 * @param freeIn The references of an expression to what it does not declare itself.
 */
export function resolveTemplateNames(
  text: string,
  scopes: ScopeManager,
  template: () => readonly TemplateCode[],
  freeIn: (expression: Node) => readonly Reference[],
): void {
  // Without an import it has none of a module's.
  const scope = scopes.scopes.find(({ type }) => (type as string) === 'module') ?? scopes.globalScope;
  if (!scope || !SETUP.test(text)) return;
  const names = new Set(scope.variables.filter(({ defs }) => defs.length > 0).map(({ name }) => name));
  const code = template();
  for (const { declares } of code) for (const name of declares) names.delete(name);
  for (const { expression, text: own } of code) {
    if (!expression || !(own.match(/[\w$]+/g) ?? []).some((word) => names.has(word))) continue;
    for (const reference of freeIn(expression)) {
      const name = reference.identifier.type === 'Identifier' ? reference.identifier.name : undefined;
      const variable = name !== undefined && names.has(name) ? scope.set.get(name) : undefined;
      if (!variable) continue;
      reference.resolved = variable;
      scope.references.push(reference);
      variable.references.push(reference);
    }
  }
}
