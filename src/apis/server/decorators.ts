import { decoratorsOf } from '../../syntax/decorators.ts';
import { argumentAt } from '../../syntax/functions.ts';
import type { FunctionNode, Node, TSESTree } from '../../syntax/nodes.ts';
import { isFunction } from '../../syntax/nodes.ts';
import { originOf } from '../../flow/origin.ts';
import { shapeOf } from '../../flow/objects.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf } from '../../syntax/source-file.ts';
import { staticText } from '../../flow/static-text.ts';

/** A method that a decorator makes the handler of an endpoint, a query or a mutation. */
export interface DecoratedMethod {
  readonly fn: FunctionNode;
  /** `@nestjs/common#Post`. */
  readonly origin: string;
  /** The class's path and the method's, joined, as far as they are written: `/auth/login`. */
  readonly path: string;
}

/** The methods of a file that carry a decorator whose origin matches. */
export function* decoratedMethods(file: SourceFile, origins: RegExp): Generator<DecoratedMethod> {
  for (const method of nodesOf(file, 'MethodDefinition')) {
    if (!isFunction(method.value)) continue;
    for (const decorator of decoratorsOf(method)) {
      const origin = decoratorOrigin(file, decorator);
      if (origin === undefined || !origins.test(origin)) continue;
      const paths = [...decoratorsOf(method.parent.parent).map((one) => pathIn(file, one)), pathIn(file, decorator)];
      yield { fn: method.value, origin, path: `/${paths.filter((one) => one !== undefined).join('/')}`.replace(/\/{2,}/g, '/') };
      break;
    }
  }
}

/** What a decorator comes from, called or not: `@nestjs/common#Injectable`. */
export function decoratorOrigin(file: SourceFile, { expression }: TSESTree.Decorator): string | undefined {
  return originOf(file, expression.type === 'CallExpression' ? expression.callee : expression);
}

/** `@Post('login')`, `@Controller({ path: 'auth' })`. */
function pathIn(file: SourceFile, { expression }: TSESTree.Decorator): string | undefined {
  const first: Node | undefined = expression.type === 'CallExpression' ? argumentAt(expression, 0) : undefined;
  if (!first) return undefined;
  if (first.type === 'Literal' || first.type === 'TemplateLiteral') return staticText(file, first);
  const path = first.type === 'ObjectExpression' ? shapeOf({ file, node: first })?.entries.get('path') : undefined;
  return path && staticText(path.file, path.value);
}
