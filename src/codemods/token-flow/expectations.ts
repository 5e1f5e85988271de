import { calleeName } from '../../syntax/functions.ts';
import type { CallNode, Node, TSESTree } from '../../syntax/nodes.ts';
import { bare, isNothing, memberName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf, perFile } from '../../syntax/source-file.ts';

/** What a test expects of a value: `expect(value).not.toBeNull()`, `expect(value).to.equal('x')`. */
export interface Expectation {
  readonly subject: Node;
  /** The whole chain. */
  readonly whole: Node;
  /** The last name of the chain: `toBe`, `toMatchObject`, `null`. */
  readonly matcher: string;
  readonly args: readonly Node[];
  /** Whether there shall be no value: `toBeNull()`, `not.toBeDefined()`, `toBe(undefined)`. */
  readonly isNothing: boolean;
  /** The same said of something else, in the same library's words. */
  saying(subject: string, value: string): string;
}

const NOTHING = /^(?:toBeNull|toBeUndefined|toBeFalsy|toBeNullish|null|undefined)$/;
const SOMETHING = /^(?:toBeTruthy|toBeDefined|ok|exist)$/;

/**
 * Every expectation of a test, in the words of Jest and Vitest or of Chai: https://vitest.dev/api/expect,
 * https://www.chaijs.com/api/bdd/
 */
export const expectationsOf = perFile((file: SourceFile): readonly Expectation[] =>
  nodesOf(file, 'CallExpression').flatMap((call) => {
    const expectation = calleeName(call) === 'expect' && call.callee.type === 'Identifier' ? expectationOf(call) : undefined;
    return expectation ? [expectation] : [];
  }),
);

/** The expectation whose subject an expression is. */
export function expectationAt(file: SourceFile, node: Node): Expectation | undefined {
  return expectationsOf(file).find(({ subject }) => bare(subject) === bare(node));
}

function expectationOf(call: CallNode): Expectation | undefined {
  const [subject] = call.arguments;
  if (!subject || subject.type === 'SpreadElement') return undefined;
  const words: string[] = [];
  let whole: CallNode | TSESTree.MemberExpression = call;
  while (whole.parent.type === 'MemberExpression' && whole.parent.object === whole) {
    words.push(memberName(whole.parent) ?? '');
    whole = whole.parent;
    if (whole.parent.type === 'CallExpression' && whole.parent.callee === whole) {
      whole = whole.parent;
      break;
    }
  }
  const matcher = words.at(-1);
  if (matcher === undefined) return undefined;
  const args = whole.type === 'CallExpression' ? whole.arguments : [];
  const [wanted] = args;
  const isNone = NOTHING.test(matcher) || (wanted !== undefined && isNothing(wanted) && !SOMETHING.test(matcher));
  const isChai = words.includes('to');
  return {
    subject,
    whole,
    matcher,
    args,
    isNothing: words.includes('not') !== isNone,
    saying: (other, value) => `expect(${other}).${isChai ? 'to.equal' : 'toBe'}(${value})`,
  };
}
