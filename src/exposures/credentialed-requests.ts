import type { HttpApi, HttpRequest } from '../apis/http/index.ts';
import type { Node } from '../syntax/nodes.ts';
import { ownClientAt } from '../syntax/own-clients.ts';
import { runtimeAt } from '../syntax/runtime.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { perFile } from '../syntax/source-file.ts';
import type { CredentialsState } from './credentials-state.ts';
import { isSetForAll, stateOfOptions, stateOfRequest } from './credentials-state.ts';
import type { UncredentialedExposure } from './exposure.ts';
import type { PlacedClient } from '../app/requests.ts';
import { apiOriginOf, clientsBehind, clientsOf, requestsOf } from '../app/requests.ts';

/**
 * Requests, and instances for requests, to an API that the settings call the team's own, which do not carry cookies. A
 * relative address is the page's own origin, to which every client sends them.
 */
export const uncredentialedRequests = perFile((file): readonly UncredentialedExposure[] => {
  if (file.settings.apiOrigins.length === 0) return [];
  return [...inRequests(file), ...inClients(file)].filter(({ node }) => !['server', 'native'].includes(runtimeAt(file, node)));
});

function* inRequests(file: SourceFile): Generator<UncredentialedExposure> {
  for (const request of requestsOf(file)) {
    const { api, node } = request;
    if (!api.credentials || isInsideOf(file, request) || isSetForAll(file, api)) continue;
    const behind = clientsBehind(file, node);
    const origin = apiOriginOf(file, request.url, behind);
    if (origin === undefined) continue;
    const own = stateOfRequest(file, request, api.credentials);
    if (own.state === 'off') yield exposureOf(file, api, own, node.callee, origin, false);
    if (own.state !== 'missing' || ownClientAt(file, node.callee)?.sendsCredentials === true) continue;
    const state = stateOfClients(behind);
    // An instance for our API is reported once, where it is made, and not at each of its requests.
    if (isWithout(state) && !behind.some((one) => one.client.base && apiOriginOf(one.file, one.client.base, []) !== undefined))
      yield exposureOf(file, api, state, node.callee, origin, false, behind.length > 0);
  }
}

function* inClients(file: SourceFile): Generator<UncredentialedExposure> {
  for (const client of clientsOf(file)) {
    const { api, node, base } = client;
    const origin = base && apiOriginOf(file, base, []);
    if (origin === undefined || !api.credentials || isSetForAll(file, api)) continue;
    const state = stateOfClients([{ file, client }, ...clientsBehind(file, node)]);
    if (isWithout(state) && !everyUseSends(file, node)) yield exposureOf(file, api, state, node.callee, origin, true);
  }
}

function isWithout({ state }: CredentialsState): boolean {
  return state === 'missing' || state === 'off';
}

/** What a chain of instances sends: the nearest that says something decides. */
function stateOfClients(behind: readonly PlacedClient[]): CredentialsState {
  for (const { file, client } of behind) {
    const found = client.api.credentials ? stateOfOptions(file, client, client.api.credentials) : { state: 'unknown' as const };
    if (found.state !== 'missing') return found;
  }
  return { state: 'missing' };
}

/** Whether an instance has uses here, requests and instances made of it, and each of them sends cookies by itself. */
function everyUseSends(file: SourceFile, made: Node): boolean {
  const uses = [
    ...requestsOf(file).map((request) => ({
      node: request.node,
      state: request.api.credentials ? stateOfRequest(file, request, request.api.credentials) : undefined,
    })),
    ...clientsOf(file).map((client) => ({
      node: client.node,
      state: client.api.credentials ? stateOfOptions(file, client, client.api.credentials) : undefined,
    })),
  ].filter(({ node }) => clientsBehind(file, node)[0]?.client.node === made);
  return uses.length > 0 && uses.every(({ state }) => state === undefined || !isWithout(state));
}

/** `fetch(new Request(url), init)`: the outer call decides. */
function isInsideOf(file: SourceFile, { node }: HttpRequest): boolean {
  const { parent } = node;
  return (
    node.type === 'NewExpression' &&
    parent.type === 'CallExpression' &&
    parent.arguments[0] === node &&
    parent.arguments.length > 1 &&
    requestsOf(file).some((one) => one.node === parent)
  );
}

function exposureOf(
  file: SourceFile,
  api: HttpApi,
  { state, node, at }: CredentialsState,
  callee: Node,
  origin: string,
  isClient: boolean,
  hasClient = false,
): UncredentialedExposure {
  return {
    kind: 'uncredentialed-request',
    file,
    node: node && at === file ? node : callee,
    api,
    origin,
    isClient,
    isOff: state === 'off',
    isDefault: !isClient && !hasClient,
  };
}
