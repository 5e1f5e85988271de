import { optionIn } from '../apis/jwt/index.ts';
import type { Lifetime } from '../apis/jwt/index.ts';
import type { TokenRole } from '../credentials/roles.ts';
import { roleByName } from '../credentials/roles.ts';
import { bindingOf, readsOf, variableOf } from '../syntax/bindings.ts';
import type { ByType } from '../syntax/by-type.ts';
import { byType } from '../syntax/by-type.ts';
import { calleeName, lastName } from '../syntax/functions.ts';
import type { CallNode, Node, TSESTree } from '../syntax/nodes.ts';
import { bare, dressed, enclosingFunction, functionName, isFunction, memberName, propertyName } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { textOf } from '../syntax/source-file.ts';
import { staticText } from '../flow/static-text.ts';

interface Issued {
  readonly node: CallNode;
  readonly payload?: Node;
  readonly secret?: Node;
  readonly lifetime: Lifetime;
}

/** What a token is for: by the claim that says so, by what it is put into, by who makes it, by its key and by its expiry's name. */
export function roleOf(file: SourceFile, issued: Issued): TokenRole {
  for (const name of namesOf(file, issued)) {
    const role = roleByName(name);
    if (role !== undefined) return role;
  }
  return 'access';
}

function* namesOf(file: SourceFile, { node, payload, secret, lifetime }: Issued): Generator<string> {
  for (const claim of ['type', 'token_type', 'tokenType', 'typ', 'kind', 'purpose', 'use', 'scope', 'action']) {
    const option = payload && optionIn({ file, node: payload }, claim);
    const text = option && typeof option !== 'string' ? staticText(option.value.file, option.value.node) : undefined;
    if (text !== undefined) yield text;
  }
  yield* targetsOf(node);
  // What a plugin is told for all its tokens stands in functions that are named after the plugin.
  if (secret && !payload) yield* pathOf(file, secret);
  if (isMailedAlone(file, node)) yield 'onetime';
  let fn = enclosingFunction(node);
  for (let steps = 0; fn && steps < 3; steps++, fn = enclosingFunction(fn)) {
    const name = functionName(fn);
    if (name !== undefined && !isAfterStep(name)) yield name;
  }
  if (secret) yield* pathOf(file, secret);
  if (typeof lifetime !== 'string') yield* pathOf(lifetime.value.file, lifetime.value.node);
}

/** `verifyOtp`, `confirmCode`: what is issued there is what the step was for, a session as a rule. */
function isAfterStep(name: string): boolean {
  return /^(?:handle|on|do)?_?(?:verify|confirm|validate|check|complete|consume|redeem|accept|log-?in|sign-?in)/i.test(name);
}

/** Addresses that are followed once, by a word of their path. */
const LINK = /\b(?:verif|confirm|reset|recover|activat|invit|magic|unlock)/i;

/** Whether a token goes into links and mails, and nowhere else. */
function isMailedAlone(file: SourceFile, node: CallNode): boolean {
  const value = dressed(node);
  const { parent } = value;
  const variable = parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier' ? variableOf(file, parent.id) : undefined;
  const places = variable ? readsOf(variable) : [value];
  return places.length > 0 && places.every((place) => isMailed(file, place));
}

function isMailed(file: SourceFile, place: Node): boolean {
  for (let at: Node | undefined = place; at && !isFunction(at) && !/Statement$|Declaration$/.test(at.type); at = at.parent) {
    if (at.type === 'TemplateLiteral' && at.quasis.some(({ value }) => LINK.test(value.raw))) return true;
    if (at.type === 'BinaryExpression' && LINK.test(textOf(file, at))) return true;
    if (at.type === 'CallExpression' && /mail|sms|invit/i.test(calleeName(at) ?? '')) return true;
  }
  return false;
}

/** What the call's value is put into: a variable, a property, a field. */
function* targetsOf(node: Node): Generator<string> {
  let at = dressed(node);
  // A list of promises, a chain of then: what is made of it is still the token.
  for (let steps = 0; steps < 3 && at.parent; steps++) {
    const { parent } = at;
    const name = byType(TARGET_NAMES, parent, at);
    if (name !== undefined) yield name;
    else if (parent.type !== 'ConditionalExpression' && parent.type !== 'LogicalExpression') return;
    at = dressed(parent);
  }
}

/** The name of what is filled, by what stands around the value; '' where it has none. */
const TARGET_NAMES: ByType<string | undefined, [value: Node]> = {
  VariableDeclarator: ({ id }) => (id.type === 'Identifier' ? id.name : undefined),
  Property: (property) => propertyName(property) ?? '',
  PropertyDefinition: (field) => propertyName(field) ?? '',
  AssignmentExpression: ({ left }) => lastName(left) ?? '',
  ArrayExpression: (list, element) => elementName(list, element) ?? '',
};

/** `const [access, refresh] = await Promise.all([sign(…), sign(…)])`: the name at the same place. */
function elementName(list: TSESTree.ArrayExpression, element: Node): string | undefined {
  const index = list.elements.findIndex((one) => one === element);
  const call = list.parent;
  const holder = call.type === 'CallExpression' ? dressed(call).parent : undefined;
  const name = holder?.type === 'VariableDeclarator' && holder.id.type === 'ArrayPattern' ? holder.id.elements[index] : undefined;
  return name?.type === 'Identifier' ? name.name : undefined;
}

/** The names along `process.env.REFRESH_SECRET` or `config.refresh.expiresIn`, and what a constant reads. */
function* pathOf(file: SourceFile, node: Node): Generator<string> {
  let at = bare(node);
  for (; at.type === 'MemberExpression'; at = bare(at.object)) yield memberName(at) ?? '';
  if (at.type !== 'Identifier') return;
  yield at.name;
  const variable = variableOf(file, at);
  const binding = variable && bindingOf(variable);
  if (binding?.kind === 'value') for (const step of binding.path) yield step ?? '';
}
