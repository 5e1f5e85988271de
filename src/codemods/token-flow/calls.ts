import type { Variable } from '@typescript-eslint/scope-manager';
import { bindingOf, readsOf, variableOf } from '../../syntax/bindings.ts';
import { calleeName } from '../../syntax/functions.ts';
import { storageExposures } from '../../exposures/storage.ts';
import { resolveValue } from '../../flow/resolve.ts';
import { functionsCalled, reachOf } from '../../flow/back.ts';
import { componentOf } from '../../flow/calls.ts';
import { delegatedCallsOf, delegatedFunction } from '../../flow/delegated-calls.ts';
import { isKept, locationOf } from '../../flow/location.ts';
import { sharedNamesIn } from '../../flow/shared-names.ts';
import type { CallNode, ClassNode, FunctionNode, Node, TSESTree } from '../../syntax/nodes.ts';
import { bare, dressed, isAssignmentTarget, isFunction, memberName, propertyName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf } from '../../syntax/source-file.ts';
import { attributeTaking } from './component-attributes.ts';
import { injectedFunction } from './injected.ts';

/** A node with the file that it is in. */
export interface Located<N extends Node = Node> {
  readonly file: SourceFile;
  readonly node: N;
}

/** The calls of functions across files, and whether those are all the ways in which they are used. */
export class CallIndex {
  private readonly files: readonly SourceFile[];
  private readonly calls = new Map<FunctionNode, Located<CallNode>[]>();
  private readonly delegated = new Map<FunctionNode, Located<CallNode>[]>();
  private readonly elements = new Map<FunctionNode, Located<TSESTree.JSXOpeningElement>[]>();
  private readonly importers = new Map<Node, Located[]>();
  private readonly injected = new Map<CallNode, Located<FunctionNode>>();

  constructor(files: readonly SourceFile[]) {
    this.files = files;
    for (const file of files) {
      for (const call of nodesOf(file, 'CallExpression')) {
        for (const { node } of functionsCalled(file, call)) add(this.calls, node, { file, node: call });
      }
      for (const call of delegatedCallsOf(file)) {
        const fn = delegatedFunction(file, call);
        if (fn) add(this.delegated, fn.node, { file, node: call.node });
      }
      for (const element of nodesOf(file, 'JSXOpeningElement')) {
        const component = componentOf(file, element);
        if (component && isFunction(component.node)) add(this.elements, component.node, { file, node: element });
      }
      for (const specifier of nodesOf(file, 'ImportDeclaration').flatMap((one) => one.specifiers)) {
        const { node } = resolveValue({ file, node: specifier.local });
        if (node !== specifier.local) add(this.importers, node, { file, node: specifier.local });
      }
      for (const { name, declared } of sharedNamesIn(file)) {
        const { node } = resolveValue(declared);
        for (const one of new Set([declared.node, node])) add(this.importers, one, { file, node: name });
      }
    }
    this.findInjected();
    this.findHandlers();
  }

  /** Calls of functions that keep something in a storage, and that reach their caller as a member of what that is handed. */
  private findInjected(): void {
    const names = new Set(this.files.filter((file) => storageExposures(file).length > 0).flatMap(memberFunctions));
    const areKnown = (fn: Located<FunctionNode>): boolean =>
      fn.node.parent.type === 'MethodDefinition' && fn.node.parent.kind === 'constructor'
        ? this.isOnlyMade(fn.node.parent.parent.parent)
        : this.callsTo(fn.node).length > 0 && this.isOnlyCalled(fn);
    for (const file of names.size === 0 ? [] : this.files) {
      for (const call of nodesOf(file, 'CallExpression')) {
        const name = call.callee.type === 'MemberExpression' ? memberName(call.callee) : undefined;
        if (name === undefined || !names.has(name) || functionsCalled(file, call).length > 0) continue;
        const fn = injectedFunction(file, call, areKnown);
        if (!fn) continue;
        this.injected.set(call, fn);
        add(this.calls, fn.node, { file, node: call });
      }
    }
  }

  /** Calls of functions that components are handed as attributes: `onLogin(data.token)`. */
  private findHandlers(): void {
    const names = new Set(this.files.flatMap(handlerNames));
    const areKnown = (fn: Located<FunctionNode>): boolean => this.elementsOf(fn.node).length > 0 && this.isOnlyMadeAsElement(fn);
    for (const file of names.size === 0 ? [] : this.files) {
      for (const call of nodesOf(file, 'CallExpression')) {
        const name = calleeName(call);
        if (name === undefined || call.arguments.length === 0 || !isTakenFrom(file, call, names) || this.injected.has(call)) continue;
        if (functionsCalled(file, call).length > 0) continue;
        const fn = injectedFunction(file, call, areKnown);
        if (!fn) continue;
        this.injected.set(call, fn);
        add(this.calls, fn.node, { file, node: call });
      }
    }
  }

  /** Whether a class has no children, and something makes instances of it. */
  private isOnlyMade(made: ClassNode): boolean {
    const names = (file: SourceFile, node: Node): boolean => resolveValue({ file, node }).node === made;
    const classes = (file: SourceFile): ClassNode[] => [...nodesOf(file, 'ClassDeclaration'), ...nodesOf(file, 'ClassExpression')];
    return (
      this.files.some((file) => nodesOf(file, 'NewExpression').some(({ callee }) => names(file, callee))) &&
      !this.files.some((file) => classes(file).some(({ superClass }) => superClass && names(file, superClass)))
    );
  }

  /** The function that a call calls as a member of what its surroundings were handed. */
  injectedAt(call: CallNode): Located<FunctionNode> | undefined {
    return this.injected.get(call);
  }

  /** Every call of a function in the project. */
  callsTo(fn: FunctionNode): readonly Located<CallNode>[] {
    return this.calls.get(fn) ?? [];
  }

  /** Every call that calls a function for another: `call(fn, first)` of a saga, `fn.apply(…)`. */
  delegatedTo(fn: FunctionNode): readonly Located<CallNode>[] {
    return this.delegated.get(fn) ?? [];
  }

  /** Every element that a component is used as: `<Nav token={token} />`. */
  elementsOf(fn: FunctionNode): readonly Located<TSESTree.JSXOpeningElement>[] {
    return this.elements.get(fn) ?? [];
  }

  /** Every name under which a function or variable is imported elsewhere; of a classic script's, each mention in another. */
  importsOf(definition: Node): readonly Located[] {
    return this.importers.get(definition) ?? [];
  }

  /**
   * The references to a function that are no calls and no elements: it is handed on, so that its parameters are not ours
   * to change. Being exported, or a member of a context's value, hands it to callers that are known.
   */
  isOnlyCalled({ file, node: fn }: Located<FunctionNode>): boolean {
    return this.referencesTo(file, fn).every((place) => isCallee(place.node) || isHandedToKnownCallers(place) || this.isHandler(place, fn));
  }

  /** Whether a component is made by elements and by nothing else: no router, no table of components makes it too. */
  isOnlyMadeAsElement({ file, node }: Located<FunctionNode>): boolean {
    return this.referencesTo(file, node).every(({ node: { parent } }) =>
      /^(?:JSXOpeningElement|JSXClosingElement|ExportSpecifier|ExportDefaultDeclaration)$/.test(parent?.type ?? ''),
    );
  }

  /** Whether a function is handed to components which do nothing with it but call it, or hand it on to others that do. */
  private isHandler({ file, node }: Located, fn: FunctionNode): boolean {
    const isTaken = (home: SourceFile, one: Node): boolean => {
      const taken = attributeTaking(home, one);
      return taken !== undefined && this.isOnlyMadeAsElement(taken.component);
    };
    if (!isTaken(file, node)) return false;
    const reached = reachOf(locationOf(file, node));
    return (
      reached !== undefined &&
      [...reached].every(({ file: home, node: one, path }) => {
        if (path.length > 0 || (one.type === 'Identifier' && variableOf(home, one)?.identifiers.includes(one))) return true;
        const { parent } = dressed(one);
        if (parent?.type === 'CallExpression' && bare(parent.callee) === one) return this.injected.get(parent)?.node === fn;
        return isTaken(home, one) || parent?.type === 'ArrayExpression';
      })
    );
  }

  /** Every place that names a function: in its file by its variable, elsewhere by its imports. */
  referencesTo(file: SourceFile, fn: FunctionNode): Located[] {
    const variable = variableOfFunction(file, fn);
    const here = variable ? readsOf(variable).map((node) => ({ file, node })) : [];
    return [...here, ...this.readsElsewhere(fn)];
  }

  /** Every reading of a function or variable in other files. */
  readsElsewhere(definition: Node): Located[] {
    return this.importsOf(definition).flatMap(({ file, node }) => {
      const local = variableOf(file, node);
      if (local) return readsOf(local).map((read) => ({ file, node: read }));
      // The name itself, of another classic script.
      return isAssignmentTarget(node) ? [] : [{ file, node }];
    });
  }

  /** Those of places that are in files that the index is about. */
  within<T extends { readonly file: SourceFile }>(places: readonly T[]): T[] {
    return places.filter(({ file }) => this.files.includes(file));
  }

  /** The files that the index is about. */
  get all(): readonly SourceFile[] {
    return this.files;
  }
}

function add<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** The names of functions that are members of objects and classes. */
function memberFunctions(file: SourceFile): string[] {
  return [...nodesOf(file, 'Property'), ...nodesOf(file, 'MethodDefinition'), ...nodesOf(file, 'PropertyDefinition')].flatMap((one) => {
    const name = isFunction(one.value) ? propertyName(one) : undefined;
    return name === undefined ? [] : [name];
  });
}

/** The names of attributes that hand functions to components, or may. */
function handlerNames(file: SourceFile): string[] {
  return nodesOf(file, 'JSXAttribute').flatMap(({ name, value }) =>
    typeof name.name === 'string' &&
    value?.type === 'JSXExpressionContainer' &&
    /^(?:Identifier|ArrowFunctionExpression|FunctionExpression|MemberExpression)$/.test(value.expression.type)
      ? [name.name]
      : [],
  );
}

/** Whether what is called may be one of the properties that a component is given. */
function isTakenFrom(file: SourceFile, { callee }: CallNode, names: ReadonlySet<string>): boolean {
  const inner = bare(callee);
  const base = inner.type === 'MemberExpression' ? bare(inner.object) : inner;
  const variable = base.type === 'Identifier' ? variableOf(file, base) : undefined;
  const binding = variable && bindingOf(variable);
  if (binding?.kind !== 'parameter' && binding?.kind !== 'value') return false;
  const name = inner.type === 'MemberExpression' ? memberName(inner) : binding.path.at(-1);
  return name !== undefined && names.has(name);
}

/** The variable that a function is known by. */
export function variableOfFunction(file: SourceFile, fn: FunctionNode): Variable | undefined {
  if (fn.id) return variableOf(file, fn.id);
  let at: Node = fn;
  while (at.parent.type === 'CallExpression' && at.parent.arguments[0] === at) at = at.parent;
  return at.parent.type === 'VariableDeclarator' ? variableOf(file, at.parent.id) : undefined;
}

function isCallee(node: Node): boolean {
  const { parent } = node;
  if (parent?.type === 'CallExpression') return parent.callee === node;
  return parent?.type === 'JSXOpeningElement' || parent?.type === 'JSXClosingElement';
}

/** Whether a function is exported or becomes a member there, so that those who call it are known. */
export function isHandedToKnownCallers({ file, node }: Located): boolean {
  const { parent } = node;
  if (parent?.type === 'ExportSpecifier' || parent?.type === 'ExportDefaultDeclaration') return true;
  if (parent?.type === 'ArrayExpression') return true;
  if (parent?.type === 'Property' && parent.parent.type === 'ObjectExpression')
    return isExportedObject(parent.parent) || isService(file, parent.parent) || [...(reachOf(locationOf(file, node)) ?? [])].some(isKept);
  return false;
}

function isExportedObject(object: TSESTree.ObjectExpression): boolean {
  const { parent } = object;
  if (parent.type === 'ExportDefaultDeclaration') return true;
  if (parent.type === 'AssignmentExpression') return /exports/.test(bare(parent.left).type === 'MemberExpression' ? 'exports' : '');
  return parent.type === 'VariableDeclarator' && parent.parent.parent.type === 'ExportNamedDeclaration';
}

/** `const service = { load }; export default service;`: an object by a name, of which only members are taken. */
function isService(file: SourceFile, object: TSESTree.ObjectExpression): boolean {
  const { parent } = object;
  const variable = parent.type === 'VariableDeclarator' && parent.parent.kind === 'const' ? variableOf(file, parent.id) : undefined;
  return (
    variable !== undefined &&
    readsOf(variable).every(
      ({ parent: around }) =>
        around?.type === 'ExportDefaultDeclaration' ||
        around?.type === 'ExportSpecifier' ||
        (around?.type === 'MemberExpression' && !around.computed) ||
        (around?.type === 'AssignmentExpression' && /^(?:module\.)?exports\b/.test(file.text.slice(...around.left.range))),
    )
  );
}
