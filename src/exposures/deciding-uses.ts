import { readsOf, variableOf } from '../syntax/bindings.ts';
import { calleeName } from '../syntax/functions.ts';
import type { Node, TSESTree } from '../syntax/nodes.ts';
import { bare, dressed, enclosingFunction, functionName, isNullish, memberName, propertyName } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { textOf } from '../syntax/source-file.ts';
import { either, whole } from '../credentials/alternatives.ts';

/** Expressions whose value is what they are made of. */
const HANDS_ON = whole(`
  Property ObjectExpression UnaryExpression LogicalExpression CallExpression MemberExpression ArrayExpression
  TemplateLiteral TSAsExpression ChainExpression
`);

/** Claims that say nothing of who the user is: when a token ends, which key to verify it with. */
const NOT_AN_IDENTITY = /^(?:exp|iat|nbf|header|kid|alg|typ|iss|aud|jti|signature|length)$/;
/** Where a request keeps who sent it: `req.user`, `ctx.state.user`, `res.locals.user`. */
const IDENTITY = new RegExp(
  String.raw`(?:^|\.)(?:req|request|ctx|context|c|socket|client|res|state|locals|session|event)\??\.(?:[\w.]*\.)?` +
    '(?:user|auth|userId|currentUser|account|decoded|jwt|claims|token|isAdmin|role|userData|payload|tokenData)$',
);
/** Calls that only say something, to a person or a log. */
const SAYING = /^(?:log|info|warn|error|debug|trace|stringify|String|Boolean|Date|expect|send|json)$/;

/** What the claims of a token decide in the code at hand, as a clause; undefined where they only show or time something. */
export function decidingUse(file: SourceFile, claims: Node): string | undefined {
  for (const use of usesOfValue(file, claims)) {
    const found = decisionAt(file, use);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A value and its parts wherever they are read: through variables and destructuring. */
function usesOfValue(file: SourceFile, node: Node, steps = 3): Node[] {
  const outer = dressed(node);
  const { parent } = outer;
  const target =
    parent?.type === 'VariableDeclarator'
      ? parent.id
      : parent?.type === 'AssignmentExpression' && parent.left.type !== 'MemberExpression'
        ? parent.left
        : undefined;
  if (!target || steps <= 0) return [outer];
  return namesIn(target).flatMap((name) => {
    const variable = variableOf(file, name);
    return variable
      ? readsOf(variable)
          .filter((use) => use !== name)
          .flatMap((use) => usesOfValue(file, use, steps - 1))
      : [];
  });
}

function namesIn(pattern: Node): Node[] {
  if (pattern.type === 'Identifier') return [pattern];
  if (pattern.type !== 'ObjectPattern') return [];
  return pattern.properties.flatMap((property) => {
    if (property.type !== 'Property') return namesIn(property.argument);
    const name = propertyName(property) ?? '';
    const value = property.value.type === 'AssignmentPattern' ? property.value.left : property.value;
    return NOT_AN_IDENTITY.test(name) ? [] : namesIn(value);
  });
}

function decisionAt(file: SourceFile, use: Node): string | undefined {
  let at = dressed(use);
  let isPart = at.type === 'MemberExpression';
  while (at.parent?.type === 'MemberExpression' && at.parent.object === at) {
    const name = memberName(at.parent);
    if (name !== undefined && NOT_AN_IDENTITY.test(name)) return undefined;
    isPart = isPart || name !== 'payload';
    at = dressed(at.parent);
  }
  return intoRequest(file, at) ?? passing(at) ?? (isPart || isDestructured(use) ? decisionByPart(file, at) : handedOn(at));
}

/** A name that was taken out of the claims is a part of them. */
function isDestructured(use: Node): boolean {
  return (
    use.type === 'Identifier' && /^(?:sub|userId|user_id|uid|id|email|username|role|roles|isAdmin|permissions|scope|scopes)$/.test(use.name)
  );
}

/** `req.user = claims`, `c.set('user', claims)`, `{ ...claims }` on its way there. */
function intoRequest(file: SourceFile, node: Node): string | undefined {
  let at = node;
  for (let steps = 0; at.parent && steps < 4; steps++) {
    const { parent } = at;
    if (parent.type === 'AssignmentExpression' && parent.right === at)
      return IDENTITY.test(namesAlong(parent.left).join('.')) ? `\`${textOf(file, parent.left)}\` is made of it` : undefined;
    if (
      parent.type === 'CallExpression' &&
      parent.callee.type === 'MemberExpression' &&
      memberName(parent.callee) === 'set' &&
      /^(?:c|ctx|context)$/.test(textOf(file, parent.callee.object))
    )
      return `\`${textOf(file, parent.callee)}\` keeps it as the user`;
    if (parent.type === 'CallExpression' && calleeName(parent) === 'assign') return assignedTo(file, parent, at);
    if (!/^(?:Property|ObjectExpression|SpreadElement|LogicalExpression|ConditionalExpression|TSAsExpression)$/.test(parent.type))
      return undefined;
    at = parent;
  }
  return undefined;
}

/** `Object.assign(request, { user: claims })` */
function assignedTo(file: SourceFile, call: TSESTree.CallExpression, given: Node): string | undefined {
  const [target] = call.arguments;
  if (!target || target === given || given.type !== 'ObjectExpression') return undefined;
  const names = given.properties.flatMap((one) => (one.type === 'Property' ? (propertyName(one) ?? []) : []));
  const way = namesAlong(target).join('.');
  return names.some((name) => IDENTITY.test(`${way}.${name}`)) ? `\`${textOf(file, target)}\` is given it` : undefined;
}

/** The names along `(req as any).user` and `request['user']`. */
function namesAlong(node: Node): string[] {
  const inner = bare(node);
  if (inner.type === 'Identifier') return [inner.name];
  return inner.type === 'MemberExpression' ? [...namesAlong(inner.object), memberName(inner) ?? '?'] : [];
}

/** Functions that frameworks ask whether somebody may pass, and who it is: Nest's guards, routing-controllers' checkers. */
const GUARDS = /^(?:canActivate|authorizationChecker|currentUserChecker)$/;

/** `return !!claims`, `return claims`: whoever can write a token passes. */
function passing(node: Node): string | undefined {
  let at = node;
  for (let steps = 0; at.parent && steps < 4; steps++) {
    const { parent } = at;
    const fn = enclosingFunction(at);
    const isReturned = parent.type === 'ReturnStatement' || (parent === fn && fn.body === at);
    if (isReturned) {
      const name = fn && functionName(fn);
      return name !== undefined && GUARDS.test(name) ? `\`${name}\` answers with it` : undefined;
    }
    const isAsked =
      (parent.type === 'UnaryExpression' && parent.operator === '!') ||
      (parent.type === 'CallExpression' && calleeName(parent) === 'Boolean') ||
      (parent.type === 'BinaryExpression' && isEmptyQuestion(parent));
    if (!isAsked) return undefined;
    at = parent;
  }
  return undefined;
}

/** Words of functions that look somebody up, or ask whether they may. */
const LOOKS_UP = either(
  `
  find get query load fetch select where lookup by has is can allow check update delete create includes exec one first
  run all
`,
  'i',
);

/** A part of the claims is looked up, or compared with what is allowed. */
function decisionByPart(file: SourceFile, part: Node): string | undefined {
  let at = part;
  for (let steps = 0; at.parent && steps < 5; steps++) {
    const { parent } = at;
    const decides = decidesBy(file, part, at, parent);
    if (decides !== undefined) return decides || undefined;
    if (!HANDS_ON.test(parent.type)) return undefined;
    at = parent;
  }
  return undefined;
}

/** What is around an expression says what it decides: as a clause, '' where it decides nothing, undefined where it is to be followed. */
function decidesBy(file: SourceFile, part: Node, at: Node, parent: Node): string | undefined {
  const text = textOf(file, part);
  switch (parent.type) {
    case 'CallExpression':
      if (parent.callee !== at) return lookedUpBy(parent) ? `\`${shortened(file, parent.callee)}\` is asked for \`${text}\`` : '';
      if (at.type !== 'MemberExpression' || !/^(?:includes|some|every|has|indexOf)$/.test(memberName(at) ?? '')) return undefined;
      return /admin|role|permission|scope|group/i.test(text) ? `\`${text}\` lets it pass` : '';
    case 'BinaryExpression':
      return /^[!=]==?$/.test(parent.operator) && !isEmptyQuestion(parent) ? `\`${text}\` is compared` : '';
    case 'IfStatement':
      if (parent.test !== at) return undefined;
      return /admin|role|permission|scope/i.test(text) ? `\`${text}\` lets it pass` : '';
    default:
      return undefined;
  }
}

function lookedUpBy(call: TSESTree.CallExpression): boolean {
  const name = calleeName(call) ?? '';
  return !SAYING.test(name) && LOOKS_UP.test(name);
}

function shortened(file: SourceFile, node: Node): string {
  return textOf(file, node).replace(/\s+/g, ' ');
}

/** `x === undefined`, `typeof x === 'string'`: whether there is one, not which. */
function isEmptyQuestion({ left, right }: TSESTree.BinaryExpression): boolean {
  return [left, right].some((side) => isNullish(side) || (side.type === 'UnaryExpression' && side.operator === 'typeof'));
}

/** `done(null, claims)`: the strategy's user. */
function handedOn(node: Node): string | undefined {
  const { parent } = node;
  const isStrategy =
    parent?.type === 'CallExpression' &&
    parent.callee.type === 'Identifier' &&
    /^(?:done|verified)$/.test(parent.callee.name) &&
    parent.arguments[1] === node;
  return isStrategy ? '`done` is given it as the user' : undefined;
}
