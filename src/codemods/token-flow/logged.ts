import type { Changes } from '../../edits/changes.ts';
import { logCallsOf } from '../../exposures/logs.ts';
import { staticText } from '../../flow/static-text.ts';
import { calleeName } from '../../syntax/functions.ts';
import type { Node, TSESTree } from '../../syntax/nodes.ts';
import { bare, dressed, isUndefined, memberName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';

/** A token that is written to a log. */
export interface Logged {
  /** The call that logs. */
  readonly call: TSESTree.CallExpression;
  /** What of it is the token's: an argument, a property of one, an expression of a template. */
  readonly part: Node;
}

/** What of a token is logged as well as the whole. */
const PART_OF_TEXT = /^(?:slice|substring|substr|toString|trim)$/;

/** The log that an expression is written to, as it is, as a part of a text, or in an object. */
export function loggedAt(file: SourceFile, node: Node): Logged | undefined {
  let at = dressed(node);
  for (;;) {
    const { parent } = at;
    if (!parent) return undefined;
    if (parent.type === 'CallExpression' && logCallsOf(file).has(parent))
      return parent.callee === at ? undefined : { call: parent, part: at };
    const within = parent.type === 'TemplateLiteral' ? loggedIn(file, at) : undefined;
    if (within) return within;
    if (parent.type === 'Property')
      return parent.value === at && parent.parent.type === 'ObjectExpression' ? loggedIn(file, parent) : undefined;
    if (!isTextOf(parent, at) && !isTextOrNone(file, parent, at)) return undefined;
    at = dressed(parent);
  }
}

/** Whether an expression is a text that is made of another: `token.slice(0, 9)`, `'token: ' + token`, `String(token)`. */
function isTextOf(node: Node, of: Node): boolean {
  if (node.type === 'BinaryExpression') return node.operator === '+';
  if (node.type === 'TemplateLiteral') return true;
  if (node.type !== 'CallExpression') return isPartOfText(node);
  return node.callee === of ? isPartOfText(of) : /^(?:String|stringify)$/.test(calleeName(node) ?? '');
}

/** Whether an expression is a text, or another that says that there is none: `token ? token.slice(0, 9) : 'none'`. */
function isTextOrNone(file: SourceFile, node: Node, of: Node): boolean {
  if (node.type === 'LogicalExpression') {
    const isText = node.operator === '&&' ? node.right === of : node.left === of;
    return isText && (node.operator === '&&' || isFixedText(file, node.right));
  }
  if (node.type !== 'ConditionalExpression' || node.test === of) return false;
  return isFixedText(file, node.consequent === of ? node.alternate : node.consequent);
}

function isFixedText(file: SourceFile, node: Node): boolean {
  const inner = bare(node);
  return staticText(file, inner) !== undefined || (inner.type === 'Literal' && inner.value === null) || isUndefined(inner);
}

function isPartOfText(node: Node): boolean {
  return node.type === 'MemberExpression' && PART_OF_TEXT.test(memberName(node) ?? '');
}

/** A property or an expression of a template that an argument of a log is made of. */
function loggedIn(file: SourceFile, part: Node): Logged | undefined {
  for (let at = part.parent; at; at = at.parent) {
    if (at.type === 'CallExpression' && logCallsOf(file).has(at)) return { call: at, part };
    if (!/^(?:Property|ObjectExpression|TemplateLiteral)$/.test(at.type) && !isText(at)) return undefined;
  }
  return undefined;
}

function isText(node: Node): boolean {
  return node.type === 'CallExpression' && calleeName(node) === 'stringify';
}

/** Nothing is logged of what scripts cannot read: what is left of a log that only named it goes with it. */
export function dropLogged(file: SourceFile, changes: Changes, { call, part }: Logged): void {
  const { parent } = part;
  if (parent?.type === 'TemplateLiteral') dropFromTemplate(changes, parent, part);
  else changes.remove(part);
  if (parent?.type === 'ObjectExpression' && parent.properties.every((one) => changes.goes(one))) changes.remove(parent);
  const left = call.arguments.filter((one) => !changes.goes(one) && !holdsNothing(changes, one));
  // A warning says something by its text alone.
  const isNamed = left.length > 0 && /^(?:warn|error)$/.test(calleeName(call) ?? '');
  if (!isNamed && left.every((one) => isFixed(file, changes, one))) changes.remove(call);
}

/** `JSON.stringify({ token })`, of which nothing is left. */
function holdsNothing(changes: Changes, node: Node): boolean {
  return node.type === 'CallExpression' && node.arguments.length > 0 && node.arguments.every((one) => changes.goes(one));
}

function isFixed(file: SourceFile, changes: Changes, node: Node): boolean {
  return changes.replaced.has(node) ? !/\$\{/.test(changes.replaced.get(node)!) : staticText(file, bare(node)) !== undefined;
}

/** `` `${name} has ${token}` `` becomes `` `${name} has ` ``. */
function dropFromTemplate(changes: Changes, template: TSESTree.TemplateLiteral, part: Node): void {
  const text = template.quasis.map(({ value }, i) => {
    const hole = template.expressions[i];
    return value.raw + (hole && hole !== part && !changes.goes(hole) ? `\${${changes.move(hole)}}` : '');
  });
  changes.remove(part);
  changes.replace(template, `\`${text.join('')}\``);
}
