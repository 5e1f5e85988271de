import { decodingsOf } from '../../exposures/jwt-calls.ts';
import { originOf } from '../../flow/origin.ts';
import { bindingOf, readsOf, variableOf } from '../../syntax/bindings.ts';
import { argumentAt } from '../../syntax/functions.ts';
import type { Node, TSESTree } from '../../syntax/nodes.ts';
import { contains, dressed, isFunction, memberName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { textOf } from '../../syntax/source-file.ts';
import type { CallIndex } from './calls.ts';
import type { Holders } from './holders.ts';

/** A token that is taken apart for its claims. */
export interface Decoding {
  /** The call that gives the claims. */
  readonly whole: TSESTree.CallExpression;
  /** What stands between it and the token: the part with the claims, its text as JSON. */
  readonly between: readonly Node[];
  /** Questions whether the token has its parts. */
  readonly questions: readonly Node[];
}

/** By a library: not for its header, which says nothing of a user. */
export function decodedByLibrary(file: SourceFile, token: Node, call: TSESTree.CallExpression): Decoding | undefined {
  const isKnown = decodingsOf(file).some((one) => one.node === call && one.token === token);
  const options = argumentAt(call, 1);
  if (!isKnown || (options && /header|complete/.test(textOf(file, options)))) return undefined;
  return { whole: call, between: [], questions: [] };
}

/** By hand: `JSON.parse(atob(token.split('.')[1]))`, in one expression or through variables. */
export function decodedByHand(file: SourceFile, split: Node): Decoding | undefined {
  const wholes = new Set<TSESTree.CallExpression>();
  const [between, questions] = [new Set<Node>(), new Set<Node>()];
  const open: Node[] = [split];
  for (const part of open) {
    const goal = goalOf(file, part);
    if (!goal) return undefined;
    if (goal.kind === 'claims') wholes.add(goal.call);
    else if (goal.kind === 'question') questions.add(goal.node);
    else if (!between.has(goal.node)) {
      between.add(goal.node);
      open.push(...goal.reads);
    }
  }
  const [whole, ...others] = wholes;
  if (!whole || others.length > 0) return undefined;
  return { whole, between: [...between], questions: [...questions] };
}

type Goal =
  | { readonly kind: 'claims'; readonly call: TSESTree.CallExpression }
  | { readonly kind: 'question'; readonly node: Node }
  | { readonly kind: 'kept'; readonly node: Node; readonly reads: readonly Node[] };

/** What a text goes through on its way to the claims: methods, what decodes it, operators that fill it up. */
const THROUGH: ReadonlySet<string> = new Set(
  'CallExpression NewExpression MemberExpression BinaryExpression TemplateLiteral LogicalExpression UnaryExpression'.split(' '),
);

/** What a part of the token becomes: the claims, a variable's value, or it is asked whether there is one. */
function goalOf(file: SourceFile, part: Node): Goal | undefined {
  let at = dressed(part);
  for (;;) {
    const { parent } = at;
    if (!parent) return undefined;
    if (parent.type === 'CallExpression' && originOf(file, parent.callee) === 'JSON.parse') return { kind: 'claims', call: parent };
    if (!THROUGH.has(parent.type)) return endOf(file, parent, at);
    at = dressed(parent);
  }
}

/** What a statement does with a part of the token. */
function endOf(file: SourceFile, statement: Node, part: Node): Goal | undefined {
  switch (statement.type) {
    case 'IfStatement':
      return leavesWithout(statement, part) ? { kind: 'question', node: statement.test } : undefined;
    case 'VariableDeclarator':
      return statement.init === part ? keptIn(file, statement) : undefined;
    case 'AssignmentExpression':
      return filledUp(file, statement);
    case 'WhileStatement':
      return statement.test === part ? { kind: 'kept', node: statement, reads: [] } : undefined;
    default:
      return undefined;
  }
}

/** `if (parts.length !== 3) return null;`, `if (!payload) throw …`: what is done where it is no token. */
function leavesWithout({ consequent, alternate }: TSESTree.IfStatement, test: Node): boolean {
  const [first] = consequent.type === 'BlockStatement' ? consequent.body.slice(-1) : [consequent];
  if (alternate || (first?.type !== 'ReturnStatement' && first?.type !== 'ThrowStatement')) return false;
  return test.type === 'UnaryExpression' ? test.operator === '!' : test.type === 'BinaryExpression' && /^(?:!==?|<)$/.test(test.operator);
}

/** `const payload = …`, `const [, payload] = …`: whatever reads them comes to the claims too. */
function keptIn(file: SourceFile, declarator: TSESTree.VariableDeclarator): Goal | undefined {
  const { id } = declarator;
  const names = id.type === 'ArrayPattern' ? id.elements.filter((one) => one !== null) : [id];
  const variables = names.map((name) => (name.type === 'Identifier' ? variableOf(file, name) : undefined));
  if (variables.includes(undefined)) return undefined;
  return { kind: 'kept', node: declarator, reads: variables.flatMap((one) => readsOf(one!)) };
}

/** `base64 += '='`, `base64 = base64.replace(…)`. */
function filledUp(file: SourceFile, assignment: TSESTree.AssignmentExpression): Goal | undefined {
  const variable = assignment.left.type === 'Identifier' ? variableOf(file, assignment.left) : undefined;
  if (!variable || assignment.parent.type !== 'ExpressionStatement') return undefined;
  return { kind: 'kept', node: assignment, reads: readsOf(variable).filter((read) => !contains(assignment, read)) };
}

/** Whether a member is what a token is taken apart by: `token.split('.')`. */
export function isSplit(member: TSESTree.MemberExpression): boolean {
  const { parent } = member;
  const by = parent.type === 'CallExpression' && parent.callee === member ? argumentAt(parent, 0) : undefined;
  return memberName(member) === 'split' && by?.type === 'Literal' && by.value === '.';
}

/**
 * Whether every token that is given where one is decoded is the session's. One function may take the token of an invitation
 * apart too: who is signed in says nothing of that.
 */
export function isOfSession(file: SourceFile, token: Node, holders: Holders, index: CallIndex, steps = 5): boolean {
  const variable = token.type === 'Identifier' ? variableOf(file, token) : undefined;
  const binding = variable && bindingOf(variable);
  if (binding?.kind !== 'parameter' || binding.path.length > 0 || !isFunction(binding.fn)) return true;
  return index.callsTo(binding.fn).every(({ file: home, node }) => {
    const given = argumentAt(node, binding.index);
    return (
      !given ||
      holders.sourcesOf(home, given).every((source) => {
        if (source.kind !== 'holder') return source.kind !== 'unknown';
        return (
          steps > 0 && holders.definitionsOf(source.holder).every((one) => isOfSession(one.file, one.value, holders, index, steps - 1))
        );
      })
    );
  });
}
