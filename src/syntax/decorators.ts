import type { TSESTree } from './nodes.ts';

/** What a parser hands over that can be decorated: those that know no decorators, ESLint's own among them, leave the field out. */
interface Decorated {
  readonly decorators?: readonly TSESTree.Decorator[];
}

/** The decorators of a class, a member or a parameter. */
export function decoratorsOf({ decorators = [] }: Decorated): readonly TSESTree.Decorator[] {
  return decorators;
}
