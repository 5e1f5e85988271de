import type { Flow, FlowTable, StateApi } from '../apis/state/index.ts';
import { stateLibraries } from '../apis/state/index.ts';
import { bindingOf, isGlobal, variableOf } from '../syntax/bindings.ts';
import { mentioned } from '../syntax/hints.ts';
import type { CallNode, Node, TSESTree } from '../syntax/nodes.ts';
import { bare, memberName } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { perFile } from '../syntax/source-file.ts';
import { builtIns } from './built-ins.ts';
import type { LocatedCall } from './calls.ts';
import { originOf } from './origin.ts';
import { resolveValue } from './resolve.ts';

const librariesIn = mentioned<StateApi>(stateLibraries);

interface Tables {
  readonly calls: ReadonlyMap<string, readonly Flow[]>;
  readonly elements: ReadonlyMap<string, readonly Flow[]>;
}

/** The flows of the libraries that a file may use, by its text. */
export const tablesIn = perFile((file): Tables | undefined => {
  const libraries = librariesIn(file);
  if (libraries.length === 0) return undefined;
  return { calls: merged(libraries, ({ calls }) => calls), elements: merged(libraries, ({ elements }) => elements) };
});

function merged(libraries: readonly StateApi[], table: (api: StateApi) => FlowTable | undefined): Map<string, readonly Flow[]> {
  const all = new Map<string, readonly Flow[]>();
  for (const api of libraries) {
    for (const [origin, flows] of Object.entries(table(api) ?? {})) {
      all.set(origin, flows);
      const [module = ''] = origin.split('#');
      for (const [alias, of] of Object.entries(api.aliases ?? {}))
        if (of === module) all.set(`${alias}${origin.slice(module.length)}`, flows);
    }
  }
  return all;
}

const NO_FLOWS: readonly Flow[] = [];

/** The flows of a call, by its library or the language. */
export function flowsOfCall(file: SourceFile, call: CallNode): readonly Flow[] {
  const tables = tablesIn(file);
  if (tables) {
    const origin = originOf(file, call.callee);
    const flows = origin === undefined ? undefined : tables.calls.get(origin);
    if (flows) return flows;
  }
  return flowsOfBuiltIn(file, call);
}

function flowsOfBuiltIn(file: SourceFile, call: CallNode): readonly Flow[] {
  const { callee } = call;
  if (callee.type === 'Identifier') return builtIn(callee.name, isGlobal(file, callee));
  const method = callee.type === 'MemberExpression' ? memberName(callee) : undefined;
  if (method === undefined || callee.type !== 'MemberExpression') return NO_FLOWS;
  const { object } = callee;
  return object.type === 'Identifier' && /^(?:Promise|Object|Array)$/.test(object.name)
    ? builtIn(`${object.name}.${method}`, isGlobal(file, object))
    : builtIn(`.${method}`, true);
}

function builtIn(name: string, isKnown: boolean): readonly Flow[] {
  return isKnown && Object.hasOwn(builtIns, name) ? builtIns[name]! : NO_FLOWS;
}

/** The flows of an element, by its library: a context's provider. */
export function flowsOfElement(file: SourceFile, element: TSESTree.JSXOpeningElement): readonly Flow[] {
  const tables = tablesIn(file);
  if (!tables || tables.elements.size === 0) return NO_FLOWS;
  const { name } = element;
  const root = name.type === 'JSXMemberExpression' ? name.object : name;
  if (root.type !== 'JSXIdentifier' || !/^[A-Z_$]/.test(root.name)) return NO_FLOWS;
  const made = madeBy(file, root);
  const origin = made && originOf(made.file, made.node.callee);
  if (origin === undefined) return NO_FLOWS;
  return tables.elements.get(`${origin}()${name.type === 'JSXMemberExpression' ? `.${name.property.name}` : ''}`) ?? NO_FLOWS;
}

/** The call that made the value that an expression gives: the `createContext(…)` behind a context's name. */
export function madeBy(file: SourceFile, node: Node): LocatedCall | undefined {
  const place = node.type === 'JSXIdentifier' ? elementName(file, node) : { file, node };
  const value = place && resolveValue(place);
  return value?.node.type === 'CallExpression' || value?.node.type === 'NewExpression' ? { file: value.file, node: value.node } : undefined;
}

/** The call that made what an expression is, or is a part of, and the way to that part: `useIt` and `getState` of `useIt.getState`. */
export function partOfMade(file: SourceFile, node: Node): { readonly made: LocatedCall; readonly way: readonly string[] } | undefined {
  const variable = node.type === 'Identifier' ? variableOf(file, node) : undefined;
  const binding = variable && bindingOf(variable);
  if (binding?.kind === 'value' && binding.path.length > 0) {
    const made = madeBy(file, binding.init);
    return made && !binding.path.includes(undefined) ? { made, way: binding.path as readonly string[] } : undefined;
  }
  const made = madeBy(file, node);
  if (made) return { made, way: [] };
  const name = node.type === 'MemberExpression' ? memberName(node) : undefined;
  const object = node.type === 'MemberExpression' && name !== undefined ? partOfMade(file, bare(node.object)) : undefined;
  return object && name !== undefined ? { made: object.made, way: [...object.way, name] } : undefined;
}

function elementName(file: SourceFile, node: TSESTree.JSXIdentifier): { file: SourceFile; node: Node } | undefined {
  const variable = variableOf(file, node);
  const binding = variable && bindingOf(variable);
  if (binding?.kind === 'import') return file.links?.exported(file, binding.source, binding.imported);
  return binding?.kind === 'value' && binding.path.length === 0 ? { file, node: binding.init } : undefined;
}
