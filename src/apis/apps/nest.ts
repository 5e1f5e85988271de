import type { Place } from '../../flow/resolve.ts';
import { decoratorsOf } from '../../syntax/decorators.ts';
import { argumentAt, calleeName, callsOf, returnsOf } from '../../syntax/functions.ts';
import type { CallNode, ClassNode, Node, TSESTree } from '../../syntax/nodes.ts';
import { contains, isClass, isFunction, memberName, propertyName } from '../../syntax/nodes.ts';
import { shapeOf } from '../../flow/objects.ts';
import { originOf } from '../../flow/origin.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf } from '../../syntax/source-file.ts';
import { staticText } from '../../flow/static-text.ts';
import { resolveThroughModules } from '../../flow/value-uses.ts';

/** A class of the project, and its file. */
export interface OwnClass {
  readonly file: SourceFile;
  readonly node: ClassNode;
}

/** A method of a controller that answers requests. */
export interface NestRoute {
  readonly node: TSESTree.MethodDefinition;
  readonly method: string;
  readonly path: string;
  /** Its guards and limits, in decorators. */
  readonly guards: readonly Place[];
}

/** Text without which no file creates a Nest app. */
export const NEST_HINT = /["']@nestjs\/core["']/;

const VERB = /^@nestjs\/common#(Get|Post|Put|Patch|Delete|All|Head|Options)\(\)$/;
const GUARD = /^@nestjs\/(?:common#UseGuards|throttler#Throttle)\(\)$/;

/** The calls that create a Nest app: https://docs.nestjs.com/first-steps */
export function nestCreations(file: SourceFile): CallNode[] {
  return callsOf(file).filter((call) => originOf(file, call.callee) === '@nestjs/core#NestFactory.create');
}

/** The controllers of a file, which answer requests wherever the app is created: `@Controller('auth')`. */
export function nestControllers(file: SourceFile): Node[] {
  return nodesOf(file, 'Decorator').filter(({ expression }) => {
    const called = expression.type === 'CallExpression' ? expression.callee : expression;
    return originOf(file, called) === '@nestjs/common#Controller';
  });
}

/** All modules of an app, from its root on, as far as the project's files show them. */
export function modulesFrom(root: Place): OwnClass[] {
  const found = new Map<Node, OwnClass>();
  const visit = (place: Place): void => {
    const { file, node } = moduleAt(place);
    if (!isClass(node) || found.has(node)) return;
    found.set(node, { file, node });
    for (const one of listOf({ file, node }, 'Module', 'imports')) visit(one);
  };
  visit(root);
  return [...found.values()];
}

/** `AuthModule`, `forwardRef(() => AuthModule)`, `AuthModule.forRoot(…)`. */
function moduleAt(place: Place): Place {
  const value = resolveThroughModules(place);
  if (value.node.type !== 'CallExpression') return value;
  const [first] = value.node.arguments;
  if (calleeName(value.node) === 'forwardRef' && first && isFunction(first))
    return resolveThroughModules({ file: value.file, node: returnsOf(first)[0] ?? first });
  return value.node.callee.type === 'MemberExpression'
    ? resolveThroughModules({ file: value.file, node: value.node.callee.object })
    : value;
}

/** The elements of a list in a class decorator's options: `controllers` of `@Module({ controllers: [A] })`. */
export function listOf({ file, node }: Place, decorator: string, key: string): Place[] {
  const options = isClass(node) ? decoratorArgument(file, decoratorsOf(node), decorator) : undefined;
  const entry = options && shapeOf({ file, node: options })?.entries.get(key);
  const list = entry && resolveThroughModules({ file: entry.file, node: entry.value });
  return list?.node.type === 'ArrayExpression'
    ? list.node.elements.flatMap((one) => (one ? [{ file: list.file, node: one.type === 'SpreadElement' ? one.argument : one }] : []))
    : [];
}

function decoratorArgument(file: SourceFile, decorators: readonly TSESTree.Decorator[], name: string): Node | undefined {
  for (const { expression } of decorators) {
    if (expression.type === 'CallExpression' && originOf(file, expression) === `@nestjs/common#${name}()`) return argumentAt(expression, 0);
  }
  return undefined;
}

/** The routes of a controller, with the prefix that its decorator names. */
export function routesOfController({ file, node }: OwnClass): NestRoute[] {
  const argument = decoratorArgument(file, decoratorsOf(node), 'Controller');
  const prefix = pathIn(file, argument);
  const shared = guardsIn(file, decoratorsOf(node));
  return node.body.body.flatMap((element) => {
    if (element.type !== 'MethodDefinition') return [];
    for (const { expression } of decoratorsOf(element)) {
      const verb = expression.type === 'CallExpression' ? VERB.exec(originOf(file, expression) ?? '')?.[1] : undefined;
      if (verb === undefined || expression.type !== 'CallExpression') continue;
      return [
        {
          node: element,
          method: verb.toLowerCase(),
          path: `/${prefix}/${pathIn(file, argumentAt(expression, 0))}`,
          guards: [...shared, ...guardsIn(file, decoratorsOf(element))],
        },
      ];
    }
    return [];
  });
}

/** `'auth'`, `{ path: 'auth', version: '1' }`, `['auth', 'session']`. */
function pathIn(file: SourceFile, node: Node | undefined): string {
  if (!node) return '';
  const first = node.type === 'ArrayExpression' ? node.elements[0] : node;
  const entry = first && shapeOf({ file, node: first })?.entries.get('path');
  return (entry ? staticText(entry.file, entry.value) : first ? staticText(file, first) : undefined) ?? '';
}

/** `@UseGuards(A, B)`, `@Throttle(…)`. */
function guardsIn(file: SourceFile, decorators: readonly TSESTree.Decorator[]): Place[] {
  return decorators.flatMap(({ expression }) => {
    if (expression.type !== 'CallExpression') return [];
    const isKnown = GUARD.test(originOf(file, expression) ?? '');
    return isKnown && calleeName(expression) === 'UseGuards'
      ? expression.arguments.map((node) => ({ file, node }))
      : [{ file, node: expression }];
  });
}

/** What a module puts before all routes: guards under `APP_GUARD`, and the middlewares that its `configure` applies. */
export function guardsOfModule(owner: OwnClass): Place[] {
  const { file, node } = owner;
  const guards = listOf(owner, 'Module', 'providers').flatMap((provider) => {
    const shape = shapeOf(provider);
    const token = shape?.entries.get('provide');
    const value = shape?.entries.get('useClass') ?? shape?.entries.get('useExisting') ?? shape?.entries.get('useValue');
    return token && value && originOf(token.file, token.value) === '@nestjs/core#APP_GUARD'
      ? [{ file: value.file, node: value.value }]
      : [];
  });
  const configure = node.body.body.find((element) => element.type === 'MethodDefinition' && propertyName(element) === 'configure');
  if (!configure) return guards;
  const applied = callsOf(file).filter(
    (call) => contains(configure, call) && call.callee.type === 'MemberExpression' && memberName(call.callee) === 'apply',
  );
  return [...guards, ...applied.flatMap((call) => call.arguments.map((one) => ({ file, node: one })))];
}
