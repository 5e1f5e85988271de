import type { Variable } from '@typescript-eslint/scope-manager';
import type { Changes } from '../../edits/changes.ts';
import { isComment } from '../../edits/changes.ts';
import { readAt } from '../../exposures/storage-accesses.ts';
import { isSharedVariable } from '../../flow/shared-names.ts';
import { bindingOf } from '../../syntax/bindings.ts';
import { resolveValue } from '../../flow/resolve.ts';
import { calleeName } from '../../syntax/functions.ts';
import type { Node, TSESTree } from '../../syntax/nodes.ts';
import { bare, isFunction, memberName, propertyName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf } from '../../syntax/source-file.ts';
import type { CallIndex, Located } from './calls.ts';
import { dropEmptiedFunctions } from './emptied.ts';
import type { Removal } from './removal.ts';
import { removeFromPattern } from './removal.ts';
import { carriedParameter, parameterNotGiven } from './swept-parameters.ts';

/**
 * Takes out what is used no more because of the changes, and only that: imports, constants, types, functions, keys of a
 * constant object. What was unused before stays, and so does what cannot be proved unused.
 */
export function sweepUnused(
  files: readonly SourceFile[],
  index: CallIndex,
  changesOf: (file: SourceFile) => Changes,
  removal: Removal,
): void {
  // What goes may have been the last to use something else.
  for (let round = 0; round < 6; round++) {
    let found = dropEmptiedFunctions(files, index, changesOf, removal);
    for (const file of files) {
      const changes = changesOf(file);
      if (changes.isEmpty) continue;
      for (const variable of variablesOf(file)) if (sweepVariable(file, variable, index, changesOf)) found = true;
      for (const member of nodesOf(file, 'MemberExpression'))
        if (changes.isGone(member) && sweepKey(file, member, files, changesOf)) found = true;
    }
    if (!found) return;
  }
}

function variablesOf(file: SourceFile): Variable[] {
  return file.scopes.scopes.flatMap((scope) => scope.variables);
}

/** @returns Whether the variable's definition was taken out now. */
function sweepVariable(file: SourceFile, variable: Variable, index: CallIndex, changesOf: (file: SourceFile) => Changes): boolean {
  const changes = changesOf(file);
  const name = variable.identifiers[0] as Node | undefined;
  // One that is replaced has another name from now on.
  if (!name || changes.isGone(name) || changes.replaced.has(name)) return false;
  const uses = usesOfVariable(file, variable, name, index);
  if (uses.length === 0 || uses.some((one) => !isUnread(changesOf(one.file), one.node))) return false;
  const definition =
    sweepable(variable, changes) ?? parameterNotGiven(variable, index, changesOf) ?? carriedParameter(file, variable, index, changesOf);
  if (isNamedAnew(definition, variable, changes)) return false;
  if (!definition) return keepEffect(variable, changes);
  const isTakenIn =
    isExported(definition) &&
    !exportIsUnused(definition, name, index, changesOf) &&
    !isEmptiedForNobody(file, definition, name, index, changes);
  if (isTakenIn) return false;
  if (definition.type === 'Property') removeFromPattern(changes, definition);
  else changes.remove(definition);
  return true;
}

/** Whether new code names it: the session of `const session = await auth()`. */
function isNamedAnew(definition: Node | undefined, { name }: Variable, changes: Changes): boolean {
  return !(definition && isFunction(definition)) && isWritten(changes, name);
}

/** Where a variable is used, its own definition not among them. */
function usesOfVariable(file: SourceFile, variable: Variable, name: Node, index: CallIndex): Located[] {
  const references = variable.references.map((reference) => reference.identifier as Node);
  const uses = references.filter((one) => one !== name && !isOwnDefinition(one, variable)).map((node) => ({ file, node }));
  if (!isSharedVariable(file, variable)) return uses;
  // Other classic scripts of its pages use it by its name.
  return [...uses, ...index.readsElsewhere(name), ...index.readsElsewhere(variable.defs[0]?.node as Node)];
}

/** Hooks that only give something: of React, of routers, of stores. */
const READING_HOOKS: ReadonlySet<string> = new Set(
  'useNavigate useHistory useLocation useParams useSearchParams useRouter useRoute useDispatch useSelector useStore useContext'.split(' '),
);

/** `const answer = await http.get('/refresh')`: without the name, what it does is still to be done. @returns Whether it was done now. */
function keepEffect(variable: Variable, changes: Changes): boolean {
  const definition = variable.defs[0]?.node as Node | undefined;
  if (definition?.type !== 'VariableDeclarator' || definition.id.type !== 'Identifier' || !definition.init) return false;
  const effect = effectOf(definition.init);
  if (!effect || !standsAlone(definition.parent) || changes.unwrapped.has(definition.parent) || isWrittenTwice(variable)) return false;
  const kept = isForItsEffect(effect, changes);
  if (kept === false) changes.remove(definition);
  else if (kept) changes.unwrap(definition.parent, effect);
  return kept !== undefined;
}

/** Whether an expression does something besides giving a value; undefined where a person has to judge. */
function isForItsEffect(effect: Node, changes: Changes): boolean | undefined {
  const called = effect.type === 'CallExpression' ? calleeName(effect) : undefined;
  // A hook is called for what it gives: one that does nothing else goes.
  if (called !== undefined && /^use[A-Z]/.test(called)) return READING_HOOKS.has(called) ? false : undefined;
  // A saga's read of a storage has none.
  return !(effect.type === 'YieldExpression' && effect.argument != null && changes.isPure(effect.argument));
}

/** Whether a declaration is of one name, and stands where an expression may stand in its place. */
function standsAlone(statement: TSESTree.VariableDeclaration): boolean {
  return statement.declarations.length === 1 && /^(?:Program|BlockStatement|SwitchCase)$/.test(statement.parent.type);
}

function isWrittenTwice(variable: Variable): boolean {
  return variable.references.filter((one) => one.isWrite()).length > 1;
}

/** The call in an expression that takes something out of what it gives: `(await ask()).data`, `await ask() as Answer`. */
function effectOf(init: Node): Node | undefined {
  switch (init.type) {
    case 'MemberExpression':
      return effectOf(init.object);
    case 'TSAsExpression':
    case 'TSNonNullExpression':
    case 'ChainExpression':
      return effectOf(init.expression);
    case 'AwaitExpression':
    case 'YieldExpression':
      return init;
    case 'CallExpression':
    case 'NewExpression':
      return startsStatement(init) ? init : undefined;
    default:
      return undefined;
  }
}

/** Whether a call can be a statement: one of a function that is written in place begins as a declaration would. */
function startsStatement(node: Node): boolean {
  if (node.type === 'CallExpression') return startsStatement(node.callee);
  if (node.type === 'MemberExpression') return startsStatement(node.object);
  return node.type === 'Identifier' || node.type === 'ThisExpression' || node.type === 'NewExpression' || node.type === 'Super';
}

/** A reference that is not there any more: what it stands in goes or is written anew without it. */
function isUnread(changes: Changes, reference: Node): boolean {
  if (changes.isGone(reference)) return !isKept(changes, reference);
  return changes.replaced.has(reference) && !mentions(changes.replaced.get(reference)!, reference);
}

/** A replaced piece of code may hold the name still. */
function isKept(changes: Changes, reference: Node): boolean {
  for (let at: Node | undefined = reference.parent; at; at = at.parent) {
    if (changes.goes(at)) return false;
    const text = changes.replaced.get(at);
    if (text !== undefined && mentions(text, reference)) return true;
  }
  return false;
}

function mentions(text: string, reference: Node): boolean {
  const name = reference.type === 'Identifier' || reference.type === 'JSXIdentifier' ? reference.name : undefined;
  return name !== undefined && namesIt(text, name);
}

function namesIt(text: string, name: string): boolean {
  return new RegExp(`(?<![\\w$.])${name.replace(/\$/g, '\\$')}(?![\\w$])`).test(text);
}

/** Whether new code names it: the claims of `useSession<Claims>()` stood in code that goes. */
function isWritten(changes: Changes, name: string): boolean {
  return (
    changes.inserted.some(({ text }) => !isComment(text) && namesIt(text, name)) ||
    [...changes.replaced].some(([node, text]) => !changes.isGone(node) && namesIt(text, name))
  );
}

function isOwnDefinition(reference: Node, variable: Variable): boolean {
  return variable.identifiers.includes(reference as never);
}

/** What can be taken out for a variable: an import, a constant without effect, a function, a type. */
function sweepable(variable: Variable, changes: Changes): Node | undefined {
  const binding = bindingOf(variable);
  const definition = variable.defs[0]?.node as Node | undefined;
  if (!definition) return undefined;
  if (binding.kind === 'import') return definition.type.startsWith('Import') ? definition : undefined;
  if (definition.type === 'TSTypeAliasDeclaration' || definition.type === 'TSInterfaceDeclaration') return definition;
  if (binding.kind === 'declaration') return isFunction(definition) ? definition : undefined;
  if (binding.kind !== 'value') return undefined;
  if (binding.path.length > 0) return propertyOfPattern(variable.identifiers[0] as Node);
  return definition.type === 'VariableDeclarator' && isWithoutEffect(binding.init, changes) && !isWrittenTwice(variable)
    ? definition
    : undefined;
}

/** What names a variable in `const { a: name } = …`. */
function propertyOfPattern(name: Node): Node | undefined {
  const property = name.parent?.type === 'Property' ? name.parent : undefined;
  return property?.parent.type === 'ObjectPattern' ? property : undefined;
}

function isWithoutEffect(init: Node, changes: Changes): boolean {
  return changes.isPure(init) || isFunction(bare(init)) || isMadeUpToken(init) || isEffectThatReads(changes.file, init);
}

/** `yield call([localStorage, 'getItem'], 'token')` of a saga. */
function isEffectThatReads(file: SourceFile, init: Node): boolean {
  const effect = init.type === 'YieldExpression' ? init.argument : undefined;
  return effect != null && readAt(file, bare(effect)) !== undefined;
}

/** `fakeToken('Ada')` in a test makes a token and does nothing else. */
function isMadeUpToken(init: Node): boolean {
  const inner = bare(init);
  return (
    inner.type === 'CallExpression' &&
    inner.callee.type === 'Identifier' &&
    /^(?:fake|mock|make|build|create|test|sample|dummy)\w*(?:Token|Jwt)$/i.test(inner.callee.name)
  );
}

function isExported(definition: Node): boolean {
  const statement = definition.type === 'VariableDeclarator' ? definition.parent : definition;
  return statement.parent?.type === 'ExportNamedDeclaration' || statement.parent?.type === 'ExportDefaultDeclaration';
}

/** A function that does nothing any more, and that no module of the project takes in. */
function isEmptiedForNobody(file: SourceFile, definition: Node, name: Node, index: CallIndex, changes: Changes): boolean {
  const fn = definition.type === 'VariableDeclarator' && definition.init ? bare(definition.init) : definition;
  return file.links !== undefined && changes.isEmptiedFunction(fn) && importersOf(definition, name, index).length === 0;
}

/** An export goes when the modules that took it in take it in no more, and some did. */
function exportIsUnused(definition: Node, name: Node, index: CallIndex, changesOf: (file: SourceFile) => Changes): boolean {
  const importers = importersOf(definition, name, index);
  return importers.length > 0 && importers.every(({ file, node }) => changesOf(file).isGone(node));
}

function importersOf(definition: Node, name: Node, index: CallIndex): Located[] {
  return [
    ...index.importsOf(definition),
    ...index.importsOf(name),
    ...(definition.type === 'VariableDeclarator' && definition.init ? index.importsOf(bare(definition.init)) : []),
  ];
}

/** `STORAGE_KEYS.AUTH_TOKEN` was the last to use its key. @returns Whether the key's property was taken out now. */
function sweepKey(
  file: SourceFile,
  member: TSESTree.MemberExpression,
  files: readonly SourceFile[],
  changesOf: (file: SourceFile) => Changes,
): boolean {
  const name = memberName(member);
  const { file: home, node } = resolveValue({ file, node: member.object });
  if (
    name === undefined ||
    node.type !== 'ObjectExpression' ||
    member.object.type !== 'Identifier' ||
    node.properties.some((one) => one.type === 'SpreadElement')
  )
    return false;
  const property = node.properties.find((one) => one.type === 'Property' && propertyName(one) === name);
  if (property?.type !== 'Property' || property.value.type !== 'Literal' || changesOf(home).isGone(property)) return false;
  const isUsed = files.some(
    (one) =>
      nodesOf(one, 'MemberExpression').some((other) => memberName(other) === name && !changesOf(one).isGone(other)) ||
      nodesOf(one, 'Property').some((other) => other.parent.type === 'ObjectPattern' && propertyName(other) === name),
  );
  // The object may be handed on as a whole, or asked by a name that is not known here.
  const variableUses = isUsed ? [] : files.flatMap((one) => nodesOf(one, 'Identifier').filter((other) => valueIs(one, other, node)));
  if (isUsed || variableUses.some((other) => other.parent.type !== 'MemberExpression' || other.parent.computed)) return false;
  changesOf(home).remove(property);
  return true;
}

function valueIs(file: SourceFile, identifier: TSESTree.Identifier, object: Node): boolean {
  const { parent } = identifier;
  if (
    parent.type === 'ImportSpecifier' ||
    parent.type === 'ExportSpecifier' ||
    parent.type === 'VariableDeclarator' ||
    (parent.type === 'Property' && parent.key === identifier) ||
    (parent.type === 'MemberExpression' && parent.property === identifier)
  )
    return false;
  return resolveValue({ file, node: identifier }).node === object;
}
