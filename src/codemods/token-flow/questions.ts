import type { Node, TSESTree } from '../../syntax/nodes.ts';
import { bare, dressed } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import type { CodemodContext } from '../define-codemod.ts';
import type { Use } from './uses.ts';

/** What is asked about the session where questions were about the token, in an app that has a session of its own. */
export interface SessionQuestions {
  /** The expression that is there where somebody is signed in; undefined where none is at hand. */
  readonly instead: (file: SourceFile, subject: Node) => string | undefined;
  /** Whether everything that is asked at a use can be answered without the token. */
  readonly isAnswered: (use: Use) => boolean;
  /** What a hook depends on instead of the token. */
  readonly dependency: (file: SourceFile, node: Node) => string | undefined;
  /** What stands in the key of a result that is kept, where an expression is part of one. */
  readonly inKey: (file: SourceFile, node: Node) => string | undefined;
  /** What is told of a token that is taken apart. */
  readonly onDecoded: string;
}

/** A question about the token becomes one about the app's own session; where that is not at hand a person has to see to it. */
export function askInstead({ file, changes, todo }: CodemodContext, { instead }: SessionQuestions, node: Node, isNegated: boolean): void {
  const session = instead(file, subjectOf(node));
  if (session === undefined) {
    todo(node, 'presence-without-session', 'this asks for the token, which scripts cannot read any more. Ask for the session instead.');
    return;
  }
  const isSaid = bare(node).type !== 'BinaryExpression' && bare(node).type !== 'CallExpression';
  changes.replace(node, isNegated ? `!${session}` : isSaid || isTest(node) ? session : `Boolean(${session})`);
}

/** Whether an expression only decides what comes next. */
function isTest(node: Node): boolean {
  const at = dressed(node);
  const { parent } = at;
  if (parent?.type === 'LogicalExpression') return parent.operator === '&&' && parent.left === at ? true : isTest(parent);
  if (parent?.type === 'IfStatement' || parent?.type === 'ConditionalExpression') return parent.test === at;
  return parent?.type === 'UnaryExpression' && parent.operator === '!';
}

/** What a question is about: the token of `token === null`, of `isExpired(token)`. */
export function subjectOf(question: Node): Node {
  const inner = bare(question);
  if (inner.type === 'BinaryExpression') {
    const asked = [inner.left, inner.right].map((one) => bare(one)).find(({ type }) => type !== 'Literal') ?? inner.left;
    // typeof token === 'string'
    return asked.type === 'UnaryExpression' ? bare(asked.argument) : asked;
  }
  return inner.type === 'CallExpression' && inner.arguments[0] ? bare(inner.arguments[0]) : inner;
}

/** `!!token` made a boolean of the token: what takes its place is one already. */
export function withoutDoubt(node: Node): Node {
  const once = dressed(node).parent;
  const twice = once?.parent;
  const isNot = (one: Node | undefined): one is TSESTree.UnaryExpression => one?.type === 'UnaryExpression' && one.operator === '!';
  return isNot(once) && isNot(twice) ? twice : node;
}
