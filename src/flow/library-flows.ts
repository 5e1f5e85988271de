import type { Delegation, Flow, PortStep, StateApi } from '../apis/state/index.ts';
import type { ByType } from '../syntax/by-type.ts';
import { byType } from '../syntax/by-type.ts';
import { stateLibraries } from '../apis/state/index.ts';
import { bindingOf, isGlobal, variableOf } from '../syntax/bindings.ts';
import { argumentAt } from '../syntax/functions.ts';
import { mentioned } from '../syntax/hints.ts';
import type { CallNode, ClassNode, Node, TSESTree } from '../syntax/nodes.ts';
import { bare, isClass, memberName } from '../syntax/nodes.ts';
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
  readonly classes: ReadonlyMap<string, readonly Flow[]>;
  readonly methods: ReadonlyMap<string, readonly Flow[]>;
  readonly handed: ReadonlyMap<string, readonly Flow[]>;
  readonly delegations: ReadonlyMap<string, Delegation>;
  readonly components: readonly Flow[];
}

/** The flows of the libraries that a file may use, by its text. */
export const tablesIn = perFile((file): Tables | undefined => {
  const libraries = librariesIn(file);
  if (libraries.length === 0) return undefined;
  return {
    calls: merged(libraries, ({ calls }) => calls),
    elements: merged(libraries, ({ elements }) => elements),
    classes: merged(libraries, ({ classes }) => classes),
    methods: merged(libraries, ({ methods }) => methods),
    handed: merged(libraries, ({ handed }) => handed),
    delegations: merged(libraries, ({ delegations }) => delegations),
    components: libraries.flatMap(({ components = [] }) => components),
  };
});

function merged<T>(
  libraries: readonly StateApi[],
  table: (api: StateApi) => Readonly<Record<string, T>> | undefined,
): ReadonlyMap<string, T> {
  const all = new Map<string, T>();
  for (const api of libraries) {
    for (const [origin, entry] of Object.entries(table(api) ?? {})) {
      all.set(origin, entry);
      const [module = ''] = origin.split('#');
      for (const [alias, of] of Object.entries(api.aliases ?? {}))
        if (of === module) all.set(`${alias}${origin.slice(module.length)}`, entry);
    }
  }
  return all;
}

const NO_FLOWS: readonly Flow[] = [];

/** The flows of a call, by its library or the language. */
export function flowsOfCall(file: SourceFile, call: CallNode): readonly Flow[] {
  return flowsOfLibrary(file, call) ?? flowsOfHanded(file, call) ?? flowsOfBuiltIn(file, call);
}

/** The flows of a call of a library that keeps state. */
export function flowsOfLibrary(file: SourceFile, call: CallNode): readonly Flow[] | undefined {
  const tables = tablesIn(file);
  // Where a hook of the app's own is another name for the library's, nothing need speak of the library.
  const isRenamed = isOfOwnModule(file, call.callee);
  const origin = tables || isRenamed ? originOf(file, call.callee) : undefined;
  if (origin === undefined) return undefined;
  return tables?.calls.get(origin) ?? (isRenamed ? everyCall.get(origin) : undefined);
}

const everyCall: ReadonlyMap<string, readonly Flow[]> = merged(stateLibraries, ({ calls }) => calls);

/** Whether what is called is imported from another module of the project, as it is. */
function isOfOwnModule(file: SourceFile, callee: Node): boolean {
  const variable = callee.type === 'Identifier' && file.links ? variableOf(file, callee) : undefined;
  const binding = variable && bindingOf(variable);
  return binding?.kind === 'import' && file.links!.isLocal(file, binding.source);
}

/** The store whose whole state a library's call gives: `token` of `get(token)`, `useAtomValue(token)`. */
export function storeRead(file: SourceFile, call: CallNode): Node | undefined {
  for (const [{ base, steps }, to] of flowsOfLibrary(file, call) ?? []) {
    if (base.kind !== 'cell of' || base.port.base.kind !== 'argument' || steps.length > 0) continue;
    if (to.base.kind === 'result' && to.steps.length === 0) return argumentAt(call, base.port.base.index);
  }
  return undefined;
}

/** What a function gives that a library handed over: a parameter, or a part of one. */
export function flowsOfHanded(file: SourceFile, { callee }: CallNode): readonly Flow[] | undefined {
  const name = callee.type === 'Identifier' ? callee.name : callee.type === 'MemberExpression' ? memberName(callee) : undefined;
  const flows = name === undefined ? undefined : tablesIn(file)?.handed.get(name);
  const given = callee.type === 'MemberExpression' ? bare(callee.object) : callee;
  const variable = flows && given.type === 'Identifier' ? variableOf(file, given) : undefined;
  return variable && variable.defs.length > 0 && bindingOf(variable).kind === 'parameter' ? flows : undefined;
}

function flowsOfBuiltIn(file: SourceFile, call: CallNode): readonly Flow[] {
  const { callee } = call;
  if (callee.type === 'Identifier') return builtIn(callee.name, isGlobal(file, callee));
  const method = callee.type === 'MemberExpression' ? memberName(callee) : undefined;
  if (method === undefined || callee.type !== 'MemberExpression') return NO_FLOWS;
  const ofLibrary = tablesIn(file)?.methods.get(method);
  if (ofLibrary) return ofLibrary;
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
  const { name } = element;
  const root = name.type === 'JSXMemberExpression' ? name.object : name;
  // A small letter begins an element of the page, but not the object of which a component is a member: `<session.Provider>`.
  const isOfPage = name === root && root.type === 'JSXIdentifier' && !/^[A-Z_$]/.test(root.name);
  if (element.attributes.length === 0 || root.type !== 'JSXIdentifier' || isOfPage) return NO_FLOWS;
  const made = madeBy(file, root);
  // Where an element stands, nothing need speak of its library: the name comes from where it was made.
  const tables = made && tablesIn(made.file);
  const origin = tables && tables.elements.size > 0 ? originOf(made.file, made.node.callee) : undefined;
  if (origin === undefined || !tables) return NO_FLOWS;
  return tables.elements.get(`${origin}()${name.type === 'JSXMemberExpression' ? `.${name.property.name}` : ''}`) ?? NO_FLOWS;
}

/** Whether what a call keeps is handed down by an element: a context's value, by its provider. */
export function isHandedDown({ file, node }: LocatedCall): boolean {
  const elements = tablesIn(file)?.elements;
  const origin = elements && elements.size > 0 ? originOf(file, node.callee) : undefined;
  return origin !== undefined && elements!.has(`${origin}()`);
}

/** The flows of a class's instances, by the library whose class it extends, itself or through others of the project. */
export function flowsOfClass(file: SourceFile, host: ClassNode): readonly Flow[] {
  let [home, node] = [file, host];
  for (let left = 4; left > 0 && node.superClass; left--) {
    const origin = originOf(home, node.superClass);
    const flows = origin === undefined ? undefined : tablesIn(home)?.classes.get(origin);
    if (flows) return flows;
    const base = resolveValue({ file: home, node: node.superClass });
    if (!isClass(base.node)) break;
    [home, node] = [base.file, base.node];
  }
  return NO_FLOWS;
}

/** The call that made the value that an expression gives: the `createContext(…)` behind a context's name. */
export function madeBy(file: SourceFile, node: Node): LocatedCall | undefined {
  const place = node.type === 'JSXIdentifier' ? elementName(file, node) : { file, node };
  const value = place && resolveValue(place);
  return value?.node.type === 'CallExpression' || value?.node.type === 'NewExpression' ? { file: value.file, node: value.node } : undefined;
}

function elementName(file: SourceFile, node: TSESTree.JSXIdentifier): { file: SourceFile; node: Node } | undefined {
  const variable = variableOf(file, node);
  const binding = variable && bindingOf(variable);
  if (binding?.kind === 'import') return file.links?.exported(file, binding.source, binding.imported);
  return binding?.kind === 'value' && binding.path.length === 0 ? { file, node: binding.init } : undefined;
}

/** A call, an element or a class at which a library hands values on. */
export interface Site {
  readonly file: SourceFile;
  readonly node: CallNode | TSESTree.JSXOpeningElement | ClassNode;
  readonly flows: readonly Flow[];
  /** A call of what the site gave, by which it is asked about: how what is called lies below the site's result. */
  readonly through?: { readonly steps: readonly PortStep[]; readonly call: LocatedCall };
}

/** What a library's call gave, by the steps that lead to a part of it. */
export interface PartOfResult {
  readonly site: Site & { readonly node: CallNode };
  readonly steps: readonly PortStep[];
}

/** The library's call that gave what a call calls, and how: `setToken`, which `useState()` gave as its part `1`. */
export function callOfResult(file: SourceFile, call: CallNode): PartOfResult | undefined {
  return resultBehind(file, call.callee, [], 6);
}

function resultBehind(file: SourceFile, from: Node, steps: readonly PortStep[], left: number): PartOfResult | undefined {
  return left <= 0 ? undefined : byType(RESULTS, bare(from), { file, steps, left });
}

/** How what is called lies below what is looked at, and how many steps it may take. */
interface Behind {
  readonly file: SourceFile;
  readonly steps: readonly PortStep[];
  readonly left: number;
}

const ofCall = (node: CallNode, { file, steps, left }: Behind): PartOfResult | undefined => {
  const flows = flowsOfLibrary(file, node);
  if (flows) return { site: { file, node, flows }, steps };
  return node.type === 'NewExpression' ? undefined : resultBehind(file, node.callee, [{ kind: 'returned' }, ...steps], left - 1);
};

const RESULTS: ByType<PartOfResult | undefined, [behind: Behind]> = {
  Identifier: (node, { file, steps, left }) => {
    const variable = variableOf(file, node);
    const binding = variable && bindingOf(variable);
    if (binding?.kind === 'import') {
      const exported = file.links?.exported(file, binding.source, binding.imported);
      return exported && resultBehind(exported.file, exported.node, steps, left - 1);
    }
    if (binding?.kind !== 'value' || binding.path.includes(undefined)) return undefined;
    const parts = (binding.path as readonly string[]).map((name): PortStep => ({ kind: 'part', name }));
    return resultBehind(file, binding.init, [...parts, ...steps], left - 1);
  },
  MemberExpression: (node, { file, steps, left }) => {
    const name = memberName(node);
    const field = bare(node.object).type === 'ThisExpression' ? resolveValue({ file, node }) : undefined;
    if (field && field.node !== node) return resultBehind(field.file, field.node, steps, left - 1);
    return name === undefined ? undefined : resultBehind(file, node.object, [{ kind: 'part', name }, ...steps], left - 1);
  },
  CallExpression: ofCall,
  NewExpression: ofCall,
};
