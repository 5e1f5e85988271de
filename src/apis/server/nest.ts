import { decoratorsOf } from '../../syntax/decorators.ts';
import { argumentAt, callsOf } from '../../syntax/functions.ts';
import type { CallNode } from '../../syntax/nodes.ts';
import { isFunction, memberName } from '../../syntax/nodes.ts';
import { shapeOf } from '../../flow/objects.ts';
import { originOf } from '../../flow/origin.ts';
import { manifestOf } from '../../syntax/package-manifest.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf } from '../../syntax/source-file.ts';
import { corsPolicies } from './cors.ts';
import { decoratedMethods, decoratorOrigin } from './decorators.ts';
import { returnedBodies } from './handler-returns.ts';
import type { CorsPolicy, ServerApi } from './server-api.ts';

const ROUTE = /^@nestjs\/common#(?:Get|Post|Put|Patch|Delete|All|Options|Head|Search)$/;
const RESOLVER = /^@nestjs\/graphql#(?:Query|Mutation|ResolveField|Subscription)$/;

/**
 * NestJS, https://docs.nestjs.com/controllers: what a controller's or a resolver's method returns is the answer. Answers
 * through `@Res()` are Express's or Fastify's.
 */
export const nest: ServerApi = {
  id: 'nest',
  hint: /@nestjs\/|enableCors/,
  *responses(file) {
    for (const { fn, path } of decoratedMethods(file, ROUTE)) yield* returnedBodies(nest, file, fn, { path });
    for (const { fn } of decoratedMethods(file, RESOLVER)) yield* returnedBodies(nest, file, fn);
    if (!keepsCookies(file)) yield* ofServices(file);
  },
  *cors(file) {
    // https://docs.nestjs.com/security/cors: the options of the cors package, or of @fastify/cors.
    for (const call of callsOf(file)) {
      // https://docs.nestjs.com/websockets/gateways: what socket.io or the ws adapter takes for CORS.
      if (originOf(file, call.callee) === '@nestjs/websockets#WebSocketGateway') yield* corsAmong(file, call);
      if (call.callee.type !== 'MemberExpression') continue;
      const method = memberName(call.callee);
      if (method === 'enableCors') {
        const options = argumentAt(call, 0);
        if (options) yield* corsPolicies(nest, file, call, options, 'any');
      } else if (method === 'create' && originOf(file, call.callee.object) === '@nestjs/core#NestFactory') {
        yield* corsAmong(file, call);
      }
    }
  },
};

/** The policy that is told under `cors` among a call's options. */
function* corsAmong(file: SourceFile, call: CallNode): Generator<CorsPolicy> {
  for (const argument of call.arguments) {
    const cors = argument.type === 'SpreadElement' ? undefined : shapeOf({ file, node: argument })?.entries.get('cors');
    if (cors && shapeOf({ file: cors.file, node: cors.value })) yield* corsPolicies(nest, cors.file, call, cors.value, 'any');
  }
}

/**
 * What the methods of injectable services return: Nest's controllers mostly hand that on as it is, and stand in another
 * file. https://docs.nestjs.com/security/authentication does so.
 */
function* ofServices(file: SourceFile): ReturnType<NonNullable<ServerApi['responses']>> & Generator {
  for (const service of nodesOf(file, 'ClassDeclaration')) {
    if (!decoratorsOf(service).some((one) => decoratorOrigin(file, one) === '@nestjs/common#Injectable')) continue;
    for (const member of service.body.body) {
      if (member.type === 'MethodDefinition' && member.kind === 'method' && isFunction(member.value))
        yield* returnedBodies(nest, file, member.value, { ofService: true });
    }
  }
}

/** Whether the package reads cookies, or keeps sessions: then a controller is likely to put the token into a cookie. */
function keepsCookies(file: SourceFile): boolean {
  const dependencies = manifestOf(file.path)?.dependencies;
  return (
    dependencies !== undefined &&
    ['cookie-parser', '@fastify/cookie', 'cookie-session', '@fastify/secure-session'].some((name) => dependencies.has(name))
  );
}
