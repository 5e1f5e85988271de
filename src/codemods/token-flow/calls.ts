import type { Variable } from '@typescript-eslint/scope-manager';
import { bindingOf, readsOf, variableOf } from '../../syntax/bindings.ts';
import { resolveValue } from '../../flow/resolve.ts';
import { calledFunction } from '../../flow/calls.ts';
import type { CallNode, FunctionNode, Node, TSESTree } from '../../syntax/nodes.ts';
import { bare, isFunction } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf } from '../../syntax/source-file.ts';
import { contextMember } from './contexts.ts';

/** A node with the file that it is in. */
export interface Located<N extends Node = Node> {
  readonly file: SourceFile;
  readonly node: N;
}

/** The calls of functions across files, and whether those are all the ways in which they are used. */
export class CallIndex {
  private readonly files: readonly SourceFile[];
  private readonly calls = new Map<FunctionNode, Located<CallNode>[]>();
  private readonly elements = new Map<FunctionNode, Located<TSESTree.JSXOpeningElement>[]>();
  private readonly importers = new Map<Node, Located[]>();

  constructor(files: readonly SourceFile[]) {
    this.files = files;
    for (const file of files) {
      for (const call of nodesOf(file, 'CallExpression')) {
        const called = functionOf(file, call);
        if (called) add(this.calls, called.node, { file, node: call });
      }
      for (const element of nodesOf(file, 'JSXOpeningElement')) {
        const component = element.name.type === 'JSXIdentifier' ? componentOf(file, element.name) : undefined;
        if (component) add(this.elements, component, { file, node: element });
      }
      for (const specifier of nodesOf(file, 'ImportDeclaration').flatMap((one) => one.specifiers)) {
        const { node } = resolveValue({ file, node: specifier.local });
        if (node !== specifier.local) add(this.importers, node, { file, node: specifier.local });
      }
    }
  }

  /** Every call of a function in the project. */
  callsTo(fn: FunctionNode): readonly Located<CallNode>[] {
    return this.calls.get(fn) ?? [];
  }

  /** Every element that a component is used as: `<Nav token={token} />`. */
  elementsOf(fn: FunctionNode): readonly Located<TSESTree.JSXOpeningElement>[] {
    return this.elements.get(fn) ?? [];
  }

  /** Every name under which a function or variable is imported elsewhere. */
  importsOf(definition: Node): readonly Located[] {
    return this.importers.get(definition) ?? [];
  }

  /**
   * The references to a function that are no calls and no elements: it is handed on, so that its parameters are not ours
   * to change. Being exported, or a member of a context's value, hands it to callers that are known.
   */
  isOnlyCalled({ file, node: fn }: Located<FunctionNode>): boolean {
    return this.referencesTo(file, fn).every(({ node }) => isCallee(node) || isHandedToKnownCallers(node));
  }

  /** Every place that names a function: in its file by its variable, elsewhere by its imports. */
  referencesTo(file: SourceFile, fn: FunctionNode): Located[] {
    const variable = variableOfFunction(file, fn);
    const here = variable ? readsOf(variable).map((node) => ({ file, node })) : [];
    const there = this.importsOf(fn).flatMap((imported) => {
      const local = variableOf(imported.file, imported.node);
      return local ? readsOf(local).map((node) => ({ file: imported.file, node })) : [];
    });
    return [...here, ...there];
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

/** The function that a call calls, also where it comes out of a context: `const { login } = useAuth(); login(token)`. */
export function functionOf(file: SourceFile, call: CallNode): Located<FunctionNode> | undefined {
  const direct = calledFunction(file, call);
  if (direct) return direct;
  const member = contextMember(file, call.callee);
  if (!member) return undefined;
  const { file: home, node } = resolveValue({ file: member.file, node: member.value });
  if (isFunction(node)) return { file: home, node };
  return node.type === 'CallExpression' ? wrappedFunction(home, node) : undefined;
}

/** `useCallback(async () => …, [])` is the function inside. */
function wrappedFunction(file: SourceFile, call: TSESTree.CallExpression): Located<FunctionNode> | undefined {
  const [first] = call.arguments;
  return isFunction(first) && call.callee.type === 'Identifier' && /^use(?:Callback|Event|MemoizedFn)$/.test(call.callee.name)
    ? { file, node: first }
    : undefined;
}

function componentOf(file: SourceFile, name: TSESTree.JSXIdentifier): FunctionNode | undefined {
  const variable = variableOf(file, name);
  const binding = variable && bindingOf(variable);
  if (!binding) return undefined;
  const definition =
    binding.kind === 'import'
      ? file.links?.exported(file, binding.source, binding.imported)
      : binding.kind === 'declaration'
        ? { file, node: binding.node as Node }
        : binding.kind === 'value' && binding.path.length === 0
          ? { file, node: binding.init }
          : undefined;
  if (!definition) return undefined;
  const { node } = resolveValue(definition);
  const inner = node.type === 'CallExpression' && node.arguments[0] ? node.arguments[0] : node;
  return isFunction(inner) ? inner : undefined;
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

function isHandedToKnownCallers(node: Node): boolean {
  const { parent } = node;
  if (parent?.type === 'ExportSpecifier' || parent?.type === 'ExportDefaultDeclaration') return true;
  if (parent?.type === 'ArrayExpression') return true;
  if (parent?.type === 'Property' && parent.parent.type === 'ObjectExpression')
    return isContextValue(parent.parent) || isExportedObject(parent.parent);
  return false;
}

function isContextValue(object: TSESTree.ObjectExpression): boolean {
  let at: Node = object;
  // value={{ … }}, const value = { … }, useMemo(() => ({ … }), …)
  while (
    at.parent &&
    [
      'ArrowFunctionExpression',
      'CallExpression',
      'VariableDeclarator',
      'JSXExpressionContainer',
      'TSAsExpression',
      'TSSatisfiesExpression',
    ].includes(at.parent.type)
  )
    at = at.parent;
  return (
    (at.type === 'VariableDeclarator' && at.id.type === 'Identifier' && /value|context/i.test(at.id.name)) ||
    at.parent?.type === 'JSXAttribute'
  );
}

function isExportedObject(object: TSESTree.ObjectExpression): boolean {
  const { parent } = object;
  if (parent.type === 'ExportDefaultDeclaration') return true;
  if (parent.type === 'AssignmentExpression') return /exports/.test(bare(parent.left).type === 'MemberExpression' ? 'exports' : '');
  return parent.type === 'VariableDeclarator' && parent.parent.parent.type === 'ExportNamedDeclaration';
}
