import { bindingOf, readsOf, requiredModule, variableOf } from '../syntax/bindings.ts';
import type { ByType } from '../syntax/by-type.ts';
import { byType } from '../syntax/by-type.ts';
import type { Place } from './resolve.ts';
import { resolveValue } from './resolve.ts';
import { calledFunction, callsTo } from './calls.ts';
import { constructorOf } from '../syntax/members.ts';
import type { CallNode, ClassNode, FunctionNode, Node, TSESTree } from '../syntax/nodes.ts';
import {
  bare,
  dressed,
  enclosingClass,
  enclosingFunction,
  functionName,
  isAssignmentTarget,
  isClass,
  isFunction,
  memberName,
  propertyName,
} from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { nodesOf } from '../syntax/source-file.ts';

/** A method of a value that is called: `app.use(…)` of the value behind `app`. */
export interface MethodCall {
  readonly file: SourceFile;
  readonly call: TSESTree.CallExpression;
  readonly method: string;
}

/** What becomes of a value. */
export interface ValueUses {
  readonly calls: readonly MethodCall[];
  /** Whether it goes somewhere that cannot be seen: exported to unknown files, handed to unknown functions. */
  readonly isOpen: boolean;
  /** Calls that it is handed to and that leave it as it is. */
  readonly handedTo: readonly CallNode[];
}

/** What a caller knows of the value's own kind. */
export interface ValueTraits {
  /** Methods that give back the value itself, so that calls chain: `new Hono().use(…).get(…)`. */
  readonly chains: RegExp;
  /** Whether a call that the value is handed to is known to add nothing to it: `http.createServer(app)`. */
  isHarmless(file: SourceFile, call: CallNode): boolean;
}

/**
 * Follows a value forwards, from the expression that makes it to every method that is called on it: through variables,
 * fields of a class, parameters of functions that it is handed to (alone or in an object), factories that return it, and
 * (where the project is known) the files that import it.
 */
export function usesOfValue(place: Place, traits: ValueTraits): ValueUses {
  const trace = new Trace(traits, place.node);
  trace.value(place.file, place.node);
  return { calls: trace.calls, handedTo: trace.handedTo, isOpen: trace.isOpen };
}

/** The same of a value that a function gets as a parameter: a plugin's instance, `(app) => { app.get(…) }`. */
export function usesOfParameter(file: SourceFile, fn: FunctionNode, index: number, traits: ValueTraits): ValueUses {
  const trace = new Trace(traits);
  trace.parameter(file, fn, index);
  return { calls: trace.calls, handedTo: trace.handedTo, isOpen: trace.isOpen };
}

/** What an expression is in the end, modules that are required or imported as a whole looked through. */
export function resolveThroughModules(place: Place): Place {
  let at = resolveValue(place);
  for (let hops = 0; hops < 4; hops++) {
    const source = requiredModule(at.file, at.node);
    if (source === undefined) return at;
    const exported = at.file.links?.exported(at.file, source, 'default') ?? at.file.links?.exported(at.file, source, '*');
    if (!exported || exported.node.type === 'Program') return exported ?? at;
    at = resolveValue(exported);
  }
  return at;
}

/** The function or class that a call calls, also `require('./routes')(app)`. */
export function calledValue(file: SourceFile, call: CallNode): Place | undefined {
  const called = calledFunction(file, call);
  if (called) return called;
  const value = resolveThroughModules({ file, node: call.callee });
  return isFunction(value.node) || isClass(value.node) ? value : undefined;
}

const nothing = (): void => undefined;

/** What a value stands in without getting anywhere. */
const READ_ONLY: ByType<void> = {
  ExpressionStatement: nothing,
  UnaryExpression: nothing,
  BinaryExpression: nothing,
  IfStatement: nothing,
  TemplateLiteral: nothing,
};

class Trace implements ValueUses {
  readonly calls: MethodCall[] = [];
  readonly handedTo: CallNode[] = [];
  isOpen = false;
  private readonly seen = new Set<Node>();
  private readonly traits: ValueTraits;
  /** The expression that makes the value, where that is known. */
  private readonly root: Node | undefined;

  /** What becomes of the value in each kind of node that it stands in. What is not here may do anything with it. */
  private readonly uses: ByType<void, [file: SourceFile, node: Node]> = {
    MemberExpression: (parent, file, node) => {
      if (parent.object === node) this.member(file, parent);
    },
    VariableDeclarator: ({ id }, file) => {
      if (id.type === 'Identifier') this.variable(file, id);
    },
    AssignmentExpression: (parent, file, node) => {
      if (parent.right === node) this.assigned(file, parent);
    },
    PropertyDefinition: (parent, file) => {
      this.field(file, enclosingClass(parent), propertyName(parent));
    },
    ReturnStatement: (parent, file) => {
      this.returned(file, enclosingFunction(parent));
    },
    ArrowFunctionExpression: (parent, file) => {
      this.returned(file, parent);
    },
    CallExpression: (parent, file, node) => {
      this.given(file, parent, node);
    },
    NewExpression: (parent, file, node) => {
      this.given(file, parent, node);
    },
    Property: (parent, file, node) => {
      if (parent.value === node && parent.parent.type === 'ObjectExpression') this.inObject(file, parent.parent, propertyName(parent));
    },
    ConditionalExpression: (parent, file) => {
      this.value(file, parent);
    },
    LogicalExpression: (parent, file) => {
      this.value(file, parent);
    },
    ExportDefaultDeclaration: (_, file) => {
      this.exported(file);
    },
    ExportSpecifier: (_, file) => {
      this.exported(file);
    },
    TSExportAssignment: (_, file) => {
      this.exported(file);
    },
    ...READ_ONLY,
  };

  constructor(traits: ValueTraits, root?: Node) {
    this.traits = traits;
    this.root = root && bare(root);
  }

  /** Follows the value that an expression gives. */
  value(file: SourceFile, expression: Node): void {
    const node = dressed(expression);
    if (this.seen.has(node)) return;
    this.seen.add(node);
    const { parent } = node;
    if (parent && parent.type in this.uses) byType(this.uses, parent, file, node);
    else this.isOpen = true;
  }

  /** Follows a parameter that is given the value, or a part of one that holds it. */
  parameter(file: SourceFile, fn: FunctionNode, index: number, key?: string): void {
    const parameter = fn.params[index];
    if (!parameter) return;
    const inner = parameter.type === 'TSParameterProperty' ? parameter.parameter : parameter;
    const target = inner.type === 'AssignmentPattern' ? inner.left : inner;
    if (parameter.type === 'TSParameterProperty' && key === undefined && target.type === 'Identifier')
      this.field(file, enclosingClass(fn), target.name);
    if (target.type === 'Identifier') this.variable(file, target, key);
    else if (target.type === 'ObjectPattern' && key !== undefined) {
      for (const property of target.properties) {
        if (property.type !== 'Property' || propertyName(property) !== key) continue;
        const local = property.value.type === 'AssignmentPattern' ? property.value.left : property.value;
        if (local.type === 'Identifier') this.variable(file, local);
      }
    } else this.isOpen = true;
  }

  private variable(file: SourceFile, name: TSESTree.Identifier, key?: string): void {
    const variable = variableOf(file, name);
    if (!variable) return;
    for (const use of readsOf(variable)) {
      if (key === undefined) this.value(file, use);
      else if (use.parent?.type === 'MemberExpression' && use.parent.object === use && memberName(use.parent) === key)
        this.value(file, use.parent);
    }
    if (key === undefined && isExportedDeclaration(name)) this.exported(file);
  }

  private member(file: SourceFile, member: TSESTree.MemberExpression): void {
    const call = member.parent;
    const method = memberName(member);
    if (call.type !== 'CallExpression' || call.callee !== member || method === undefined) return;
    this.calls.push({ file, call, method });
    const result = dressed(call);
    if (this.traits.chains.test(method) && result.parent?.type !== 'ExpressionStatement') this.value(file, call);
  }

  private assigned(file: SourceFile, { left }: TSESTree.AssignmentExpression): void {
    if (left.type === 'Identifier') this.variable(file, left);
    else if (left.type === 'MemberExpression' && left.object.type === 'ThisExpression')
      this.field(file, enclosingClass(left), memberName(left));
    else if (left.type === 'MemberExpression' && isExports(left)) this.exported(file);
    else this.isOpen = true;
  }

  /** `this.app`, wherever the class speaks of it; where instances of the class go is not followed. */
  private field(file: SourceFile, host: ClassNode | undefined, name: string | undefined): void {
    if (!host || name === undefined) {
      this.isOpen = true;
      return;
    }
    for (const member of nodesOf(file, 'MemberExpression')) {
      if (member.object.type !== 'ThisExpression' || memberName(member) !== name || enclosingClass(member) !== host) continue;
      if (!isAssignmentTarget(member)) this.value(file, member);
    }
    // What others do with an instance is out of sight, where they can have one.
    const isPrivate =
      host.id && nodesOf(file, 'NewExpression').some((one) => one.callee.type === 'Identifier' && one.callee.name === host.id?.name);
    if (!isPrivate && !file.facts) this.isOpen = true;
  }

  /** A factory: its result is the value, for whoever calls it. */
  private returned(file: SourceFile, fn: FunctionNode | undefined): void {
    if (!fn || this.seen.has(fn)) return;
    this.seen.add(fn);
    for (const call of callsTo(file, fn)) this.value(file, call);
    const name = functionName(fn);
    const isPublic = fn.parent.type === 'ExportDefaultDeclaration' || (fn.id && isExportedDeclaration(fn.id)) || isNamedExport(file, fn);
    if (isPublic) this.exported(file, fn);
    else if (name === undefined && fn.parent.type !== 'CallExpression') this.isOpen = true;
  }

  private given(file: SourceFile, call: CallNode, node: Node): void {
    if (call.callee !== node) this.argument(file, call, call.arguments.indexOf(node as TSESTree.Expression));
  }

  private argument(file: SourceFile, call: CallNode, index: number, key?: string): void {
    if (this.traits.isHarmless(file, call)) {
      this.handedTo.push(call);
      return;
    }
    const called = calledValue(file, call);
    const fn = called && isClass(called.node) ? constructorOf(called.node) : called?.node;
    if (called && isFunction(fn)) this.parameter(called.file, fn, index, key);
    else this.isOpen = true;
  }

  private inObject(file: SourceFile, object: TSESTree.ObjectExpression, key: string | undefined): void {
    const { parent } = dressed(object);
    if (parent?.type === 'CallExpression' || parent?.type === 'NewExpression')
      this.argument(file, parent, parent.arguments.indexOf(dressed(object) as TSESTree.Expression), key);
    else if (parent?.type === 'AssignmentExpression' && parent.left.type === 'MemberExpression' && isExports(parent.left))
      this.exported(file);
    else this.isOpen = true;
  }

  /** In a project, the files that import it are known; alone, an export may be anybody's. */
  private exported(file: SourceFile, factory?: FunctionNode): void {
    const importers = file.facts?.importersOf(file);
    if (!importers) this.isOpen = true;
    for (const importer of importers ?? []) this.imported(importer, factory);
  }

  /** A file that imports the value or the function that makes it, under whatever name. */
  private imported(file: SourceFile, factory: FunctionNode | undefined): void {
    for (const variable of file.scopes.scopes.filter((scope) => TOP_SCOPES.has(scope.type as string)).flatMap((scope) => scope.variables)) {
      const uses = readsOf(variable);
      const kind = variable.defs.length > 0 ? bindingOf(variable).kind : 'unknown';
      if (!uses[0] || (kind !== 'import' && kind !== 'value')) continue;
      const value = resolveThroughModules({ file, node: uses[0] });
      if (value.file === file) continue;
      if (value.node === this.root) for (const use of uses) this.value(file, use);
      else if (value.node === factory) for (const { parent } of uses) if (parent?.type === 'CallExpression') this.value(file, parent);
    }
  }
}

const TOP_SCOPES: ReadonlySet<string> = new Set(['module', 'global']);

/** `export const app = …`, `export function create() {}`, `export class App {}`, with and without `default`. */
function isExportedDeclaration(name: TSESTree.Identifier): boolean {
  const declaration = name.parent.type === 'VariableDeclarator' ? name.parent.parent : name.parent;
  return declaration.parent?.type === 'ExportNamedDeclaration' || declaration.parent?.type === 'ExportDefaultDeclaration';
}

/** Whether a function is exported by its name, in whatever way. */
function isNamedExport(file: SourceFile, fn: FunctionNode): boolean {
  if (fn.parent.type === 'AssignmentExpression') return fn.parent.left.type === 'MemberExpression' && isExports(fn.parent.left);
  const name = fn.id ?? (fn.parent.type === 'VariableDeclarator' && fn.parent.id.type === 'Identifier' ? fn.parent.id : undefined);
  if (!name) return false;
  if (isExportedDeclaration(name)) return true;
  const variable = variableOf(file, name);
  return (
    variable !== undefined &&
    readsOf(variable).some(
      ({ parent }) =>
        parent !== undefined &&
        (parent.type === 'ExportSpecifier' ||
          parent.type === 'ExportDefaultDeclaration' ||
          parent.type === 'Property' ||
          (parent.type === 'AssignmentExpression' && parent.left.type === 'MemberExpression' && isExports(parent.left))),
    )
  );
}

/** `module.exports`, `module.exports.x`, `exports.x`. */
function isExports(left: TSESTree.MemberExpression): boolean {
  const { object } = left;
  if (object.type === 'Identifier') return object.name === 'exports' || (object.name === 'module' && memberName(left) === 'exports');
  return object.type === 'MemberExpression' && isExports(object);
}
