import type { Changes } from '../../edits/changes.ts';
import { readsOf, variableOf } from '../../syntax/bindings.ts';
import { destinationsOf, functionsCalled } from '../../flow/back.ts';
import { locationOf } from '../../flow/location.ts';
import { resolveValue } from '../../flow/resolve.ts';
import { returnsOf } from '../../syntax/functions.ts';
import type { CallNode, FunctionNode, Node, TSESTree } from '../../syntax/nodes.ts';
import { bare, contains, dressed, enclosingClass, enclosingFunction, isFunction, memberName, propertyName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf, textOf } from '../../syntax/source-file.ts';
import type { CallIndex } from './calls.ts';
import { variableOfFunction } from './calls.ts';
import { setsState } from './state-setters.ts';

/** Takes out what carried a token and nothing else: headers that are empty, objects of them, helpers that made them. */
export class Removal {
  private readonly index: CallIndex;
  private readonly changesOf: (file: SourceFile) => Changes;
  private readonly emptyHelpers = new Set<FunctionNode>();

  constructor(index: CallIndex, changesOf: (file: SourceFile) => Changes) {
    this.index = index;
    this.changesOf = changesOf;
  }

  /** A property goes, and with it whatever held nothing but it. */
  removeProperty(file: SourceFile, property: Node): void {
    this.changesOf(file).remove(property);
    if (property.parent?.type === 'ObjectExpression') this.afterEmptied(file, property.parent);
  }

  /** What follows from an object literal that may be empty now. */
  private afterEmptied(file: SourceFile, object: TSESTree.ObjectExpression): void {
    if (!this.isEmpty(file, object)) {
      this.dropIdentity(file, object);
      return;
    }
    this.dropEmpty(file, object);
  }

  /** `headers = { ...headers }` sets a variable to a copy of itself; `token ? { ...headers } : headers` is the same either way. */
  private dropIdentity(file: SourceFile, object: TSESTree.ObjectExpression): void {
    const changes = this.changesOf(file);
    const [only, ...more] = object.properties.filter((one) => !changes.goes(one));
    if (only?.type !== 'SpreadElement' || more.length > 0) return;
    const { parent } = object;
    const copied = textOf(file, only.argument);
    if (parent.type === 'AssignmentExpression' && textOf(file, parent.left) === copied) changes.remove(parent);
    if (parent.type !== 'ConditionalExpression' || !changes.isPure(parent.test)) return;
    const other = parent.consequent === object ? parent.alternate : parent.consequent;
    if (other !== object && textOf(file, other) === copied) changes.replace(parent, copied);
  }

  /** An expression that gives an empty object goes where its place allows it. */
  private dropEmpty(file: SourceFile, node: Node): void {
    const at = dressed(node);
    const { parent } = at;
    switch (parent?.type) {
      case 'Property':
        this.dropEmptyProperty(file, parent);
        return;
      case 'SpreadElement':
        this.dropEmptySpread(file, parent);
        return;
      case 'ConditionalExpression':
      case 'LogicalExpression':
        if (this.isEmpty(file, parent)) this.dropEmpty(file, parent);
        return;
      case 'CallExpression':
        this.dropEmptyArgument(file, parent, at);
        return;
      case 'VariableDeclarator':
        if (parent.id.type === 'Identifier') this.dropEmptyVariable(file, parent);
        return;
      case 'ReturnStatement':
      case 'ArrowFunctionExpression':
        this.dropEmptyHelper(file, parent.type === 'ArrowFunctionExpression' ? parent : enclosingFunction(parent));
        return;
      default:
    }
  }

  private dropEmptyArgument(file: SourceFile, call: CallNode, argument: Node): void {
    const changes = this.changesOf(file);
    if (call.callee === argument) return;
    // `setUser({ token })` says that there is somebody, and goes on saying so.
    if (setsState(file, call) || isActed(file, call, argument)) changes.replace(argument, '{}');
    // The last argument only: what stands behind one would move up.
    else if (call.arguments.at(-1) === argument) changes.remove(argument);
  }

  private dropEmptySpread(file: SourceFile, spread: TSESTree.SpreadElement): void {
    this.changesOf(file).remove(spread);
    if (spread.parent.type === 'ObjectExpression') this.afterEmptied(file, spread.parent);
  }

  private dropEmptyProperty(file: SourceFile, property: TSESTree.Property): void {
    if (property.parent.type !== 'ObjectExpression') return;
    // `options.headers['Content-Type'] = …` further down wants an object.
    if (this.isReadByName(file, property)) this.changesOf(file).replace(property.value, '{}');
    else this.removeProperty(file, property);
  }

  private isReadByName(file: SourceFile, property: TSESTree.Property): boolean {
    const holder = dressed(property.parent).parent;
    const variable = holder?.type === 'VariableDeclarator' ? variableOf(file, holder.id) : undefined;
    const reads = variable ? this.changesOf(file).remaining(readsOf(variable)) : [];
    return reads.some(
      ({ parent }) =>
        parent?.type === 'MemberExpression' && memberName(parent) === propertyName(property) && !this.changesOf(file).isGone(parent),
    );
  }

  /** `const headers = {}` and `const headers = new Headers()` into which nothing is put any more. */
  dropUnfilled(file: SourceFile, holder: Node): void {
    const declarator = holder.type === 'Identifier' ? (variableOf(file, holder)?.defs[0]?.node as Node | undefined) : undefined;
    if (declarator?.type === 'VariableDeclarator' && declarator.init && isUnfilled(bare(declarator.init)))
      this.dropEmptyVariable(file, declarator);
  }

  private dropEmptyVariable(file: SourceFile, declarator: TSESTree.VariableDeclarator): void {
    const variable = variableOf(file, declarator.id);
    if (!variable) return;
    const changes = this.changesOf(file);
    const reads = changes.remaining(readsOf(variable));
    // Something else may be put into it.
    if (
      reads.some(
        (read) =>
          read.parent?.type === 'MemberExpression' || (read.parent?.type === 'CallExpression' && read.parent.arguments.at(-1) !== read),
      ) ||
      variable.references.some((one) => one.isWrite() && !one.init)
    )
      return;
    changes.remove(declarator);
    for (const read of reads) this.dropEmpty(file, read);
  }

  /** A function whose every result is empty now: `authHeader()`. Its calls go, then it goes itself. */
  private dropEmptyHelper(file: SourceFile, fn: FunctionNode | undefined): void {
    if (!fn || this.emptyHelpers.has(fn) || !returnsOf(fn).every((returned) => this.isEmpty(file, returned))) return;
    if (fn.parent.type === 'CallExpression' && fn.parent.arguments.includes(fn as TSESTree.CallExpressionArgument)) return;
    this.emptyHelpers.add(fn);
    for (const { file: home, node } of this.index.callsTo(fn)) this.dropEmpty(home, node);
    this.removeIfUnused(file, fn);
  }

  /** Whether an expression gives an object without properties, now that some of them go. */
  private isEmpty(file: SourceFile, node: Node): boolean {
    const changes = this.changesOf(file);
    const inner = bare(node);
    if (changes.goes(inner)) return true;
    switch (inner.type) {
      case 'ObjectExpression':
        // What is added to it stays.
        if (changes.added.has(inner)) return false;
        return inner.properties.every((one) => changes.goes(one) || (one.type === 'SpreadElement' && this.isEmpty(file, one.argument)));
      case 'ConditionalExpression':
        return this.isEmpty(file, inner.consequent) && this.isEmpty(file, inner.alternate);
      case 'LogicalExpression':
        return inner.operator === '&&'
          ? this.isEmpty(file, inner.right)
          : this.isEmpty(file, inner.left) && this.isEmpty(file, inner.right);
      case 'CallExpression': {
        const { node: called } = resolveValue({ file, node: inner.callee });
        return isFunction(called) && this.emptyHelpers.has(called);
      }
      default:
        return false;
    }
  }

  /** A function goes once nothing names it any more: with its import elsewhere, its export, its place in an object. */
  removeIfUnused(file: SourceFile, fn: FunctionNode): boolean {
    const references = this.index.referencesTo(file, fn);
    const staying = references.filter(({ file: home, node }) => !this.changesOf(home).isGone(node) && !isExportOf(node));
    if (staying.length > 0 || (this.index.callsTo(fn).length === 0 && references.length === 0)) return false;
    for (const { file: home, node } of this.index.importsOf(fn))
      if (node.parent?.type.startsWith('Import')) this.changesOf(home).remove(node.parent);
    for (const { file: home, node } of references)
      if (isExportOf(node) && node.parent)
        this.changesOf(home).remove(node.parent.type === 'ExportDefaultDeclaration' ? node.parent : node.parent);
    const holder = definitionOf(fn);
    if (holder) this.changesOf(file).remove(holder);
    return holder !== undefined;
  }

  /** A class's own method that nothing names goes: `getToken() { return this.token; }`. */
  removeUnnamedMethod(file: SourceFile, fn: FunctionNode): void {
    const method = methodOf(fn);
    const host = method && enclosingClass(method);
    // An interface or a parent may ask for it.
    const isAsked = !host || host.superClass != null || host.implements.length > 0;
    if (method && !isAsked && !this.namesMethod(fn)) this.changesOf(file).remove(method);
  }

  /** Whether something of the front end may use a method whose calls are not known: by its name, wherever it stands. */
  namesMethod(fn: FunctionNode): boolean {
    const method = methodOf(fn);
    const name = method && propertyName(method);
    if (name === undefined) return false;
    return this.index.all.some((file) => {
      const changes = this.changesOf(file);
      return (
        file.text.includes(name) &&
        [...nodesOf(file, 'MemberExpression'), ...nodesOf(file, 'Property'), ...nodesOf(file, 'Literal')].some(
          (node) => node !== method && nameAt(node) === name && !contains(fn, node) && !changes.isGone(node),
        )
      );
    });
  }

  /** Interceptors that give every request back as they got it. */
  dropEmptyInterceptors(file: SourceFile): void {
    const changes = this.changesOf(file);
    for (const call of nodesOf(file, 'CallExpression')) {
      if (
        call.callee.type !== 'MemberExpression' ||
        memberName(call.callee) !== 'use' ||
        !/\.interceptors\.request$/.test(file.text.slice(...call.callee.object.range)) ||
        changes.isGone(call)
      )
        continue;
      const [first] = call.arguments;
      const given = first && first.type !== 'SpreadElement' ? resolveValue({ file, node: first }) : undefined;
      if (!given || !isFunction(given.node) || given.file !== file || !this.isIdentity(file, given.node)) continue;
      if (!this.dropHandle(file, call)) continue;
      if (given.node !== first && !this.removeIfUnused(file, given.node)) this.removeUnnamedMethod(file, given.node);
    }
  }

  /** Options that are functions which give back what they are given, now that what they did goes: `prepareHeaders` of RTK Query. */
  dropIdleOptions(file: SourceFile, name: RegExp): void {
    for (const property of nodesOf(file, 'Property'))
      if (name.test(propertyName(property) ?? '') && isFunction(property.value) && this.isIdentity(file, property.value))
        this.changesOf(file).remove(property);
  }

  /** An interceptor goes with the code that takes it out again: `interceptors.request.eject(interceptor)`. */
  private dropHandle(file: SourceFile, call: TSESTree.CallExpression): boolean {
    const changes = this.changesOf(file);
    const { parent } = call;
    if (parent.type === 'ExpressionStatement') {
      changes.remove(call);
      return true;
    }
    const variable = parent.type === 'VariableDeclarator' ? variableOf(file, parent.id) : undefined;
    const ejections = (variable ? readsOf(variable) : []).map((read) => read.parent!);
    if (
      !variable ||
      ejections.some((one) => one.type !== 'CallExpression' || one.callee.type !== 'MemberExpression' || memberName(one.callee) !== 'eject')
    )
      return false;
    changes.remove(parent);
    for (const one of ejections) {
      changes.remove(one);
      // An effect's cleanup of which nothing is left.
      const fn = enclosingFunction(one);
      if (fn?.parent.type === 'ReturnStatement' && (changes.goes(fn.body) || changes.isEmptied(fn.body))) changes.remove(fn.parent);
    }
    return true;
  }

  /** A function that only returns its first parameter, by what is left of it. Untouched ones stay as they are. */
  private isIdentity(file: SourceFile, fn: FunctionNode): boolean {
    const changes = this.changesOf(file);
    const [parameter] = fn.params;
    if (parameter?.type !== 'Identifier' || fn.body.type !== 'BlockStatement') return false;
    const left = fn.body.body.filter((statement) => !changes.goes(statement));
    const [only] = left;
    const returned = left.length === 1 && only?.type === 'ReturnStatement' && only.argument ? bare(only.argument) : undefined;
    if (!returned) return false;
    return left.length < fn.body.body.length && this.isCopyOf(file, returned, parameter.name);
  }

  /** `config`, `{ ...config }`, `{ ...config, headers: { ...config.headers } }`. */
  private isCopyOf(file: SourceFile, node: Node, name: string): boolean {
    if (file.text.slice(...node.range) === name) return true;
    if (node.type !== 'ObjectExpression') return false;
    const left = node.properties.filter((one) => !this.changesOf(file).goes(one));
    return left.every((one) =>
      one.type === 'SpreadElement'
        ? file.text.slice(...one.argument.range) === name
        : this.isCopyOf(file, bare(one.value), `${name}.${propertyName(one) ?? ''}`),
    );
  }

  /** The variable that a function is known by, where it has one of its own. */
  nameOf(file: SourceFile, fn: FunctionNode): string | undefined {
    return variableOfFunction(file, fn)?.name;
  }
}

/**
 * A name goes out of a destructuring pattern; one of which nothing is left goes too: `const { token } = await login()`
 * is the call alone.
 */
export function removeFromPattern(changes: Changes, property: Node): void {
  changes.remove(property);
  const pattern = property.parent;
  if (pattern?.type !== 'ObjectPattern' || !pattern.properties.every((one) => changes.goes(one))) return;
  const declarator = pattern.parent;
  if (
    declarator.type === 'VariableDeclarator' &&
    declarator.init &&
    !changes.isPure(declarator.init) &&
    declarator.parent.declarations.length === 1
  ) {
    changes.unwrap(declarator.parent, declarator.init);
  } else if (declarator.type === 'VariableDeclarator') changes.remove(declarator);
  else if (isFunction(declarator) && declarator.params.length === 1) changes.remove(pattern);
  // const { userLogin: { userInfo } } = getState()
  else if (declarator.type === 'Property' && declarator.parent.type === 'ObjectPattern') removeFromPattern(changes, declarator);
}

/** `setCredentials({ token })` of a slice: a reducer takes parts out of what an action brings, and wants an object. */
function isActed(file: SourceFile, call: CallNode, argument: Node): boolean {
  return functionsCalled(file, call).length === 0 && destinationsOf(locationOf(file, argument)).length > 0;
}

/** The method that a function is. */
function methodOf({ parent }: FunctionNode): TSESTree.MethodDefinition | TSESTree.PropertyDefinition | TSESTree.Property | undefined {
  return parent.type === 'MethodDefinition' || parent.type === 'PropertyDefinition' || parent.type === 'Property' ? parent : undefined;
}

function nameAt(node: TSESTree.MemberExpression | TSESTree.Property | TSESTree.Literal): string | undefined {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : undefined;
  return node.type === 'Property' ? propertyName(node) : memberName(node);
}

function isExportOf(node: Node): boolean {
  const type = node.parent?.type;
  return type === 'ExportSpecifier' || type === 'ExportDefaultDeclaration';
}

/** What declares a function: its declaration, the declarator or property that it is the value of. */
function definitionOf(fn: FunctionNode): Node | undefined {
  const { parent } = fn;
  if (fn.type === 'FunctionDeclaration')
    return parent.type === 'ExportDefaultDeclaration' || parent.type === 'ExportNamedDeclaration' ? parent : fn;
  if (parent.type === 'VariableDeclarator' || parent.type === 'MethodDefinition' || parent.type === 'PropertyDefinition') return parent;
  if (parent.type === 'Property') return parent;
  if (parent.type === 'ExportDefaultDeclaration') return parent;
  return parent.type === 'AssignmentExpression' ? parent : undefined;
}

/** `{}` or `new Headers()`. */
function isUnfilled(init: Node): boolean {
  if (init.type === 'ObjectExpression') return init.properties.length === 0;
  return (
    init.type === 'NewExpression' && init.callee.type === 'Identifier' && init.callee.name === 'Headers' && init.arguments.length === 0
  );
}
