import { decoratedMethods } from './decorators.ts';
import { returnedBodies } from './handler-returns.ts';
import type { ServerApi } from './server-api.ts';

const ROUTE = /^(?:tsoa|@tsoa\/runtime|routing-controllers)#(?:Get|Post|Put|Patch|Delete|All|Options|Head)$/;

/**
 * tsoa, https://tsoa-community.github.io/docs/getting-started.html, and routing-controllers,
 * https://github.com/typestack/routing-controllers: what a controller's method returns is the answer.
 */
export const tsoa: ServerApi = {
  id: 'tsoa',
  hint: /tsoa|routing-controllers/,
  *responses(file) {
    for (const { fn, path } of decoratedMethods(file, ROUTE)) yield* returnedBodies(tsoa, file, fn, { path });
  },
};
