import type { HttpApi } from '../apis/http/index.ts';
import { httpClients } from '../apis/http/index.ts';
import { reaches } from '../app/reached-routes.ts';
import { clientsOf, requestsOf, senderOf } from '../app/requests.ts';
import { sentRequestsIn } from '../app/sent-requests.ts';
import { bearerExposures } from '../exposures/headers.ts';
import { calledFunction } from '../flow/calls.ts';
import type { Place } from '../flow/resolve.ts';
import { resolveValue } from '../flow/resolve.ts';
import type { Survey } from '../project/migration-facts.ts';
import { importedModules, typeImportedModules } from '../syntax/imports.ts';
import { contains } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { nodesOf } from '../syntax/source-file.ts';
import { isTestOfPackage } from '../syntax/test-files.ts';

/** Where the token goes by a client whose requests the codemod does not rewrite, by the client's name for people. */
export function tokensByOthers({ server, client, facts }: Survey): ReadonlyMap<string, readonly Place[]> {
  const files = client?.files.filter((file) => !facts.isTest(file.path) && !isTestOfPackage(file.path)) ?? [];
  const found = new Map<string, Place[]>();
  const add = (api: HttpApi | undefined, place: Place): void => {
    if (api && !api.session) found.set(api.label, [...(found.get(api.label) ?? []), place]);
  };
  for (const file of files) {
    for (const { node, form } of bearerExposures(file)) {
      // What a message or a connection carries is no header, and is looked at where it stands.
      if (form === 'slot' || form === 'message') continue;
      add(senderOf(file, node) ?? importedClient(file), { file, node });
    }
    for (const { api, node } of [...requestsOf(file), ...clientsOf(file)]) if (takesHeaders(file, node)) add(api, { file, node });
  }
  const signIn = server?.signIn?.path;
  for (const request of signIn === undefined ? [] : sentRequestsIn(files))
    if (reaches(request, { path: signIn!, isWhole: true }) === 'yes') add(request.api, request);
  return found;
}

/** The client whose middleware a file may be that sets a header and sends no request: an interceptor's, a link's. */
function importedClient(file: SourceFile): HttpApi | undefined {
  const modules = [...importedModules(file), ...typeImportedModules(file)];
  return httpClients.find((api) => !api.session && api.header && modules.some((one) => api.hint.test(one)));
}

/** Whether a request's headers are made by a function or kept in a variable that holds the token: `headers: authHeader()`. */
function takesHeaders(file: SourceFile, request: Place['node']): boolean {
  const named = [...nodesOf(file, 'CallExpression'), ...nodesOf(file, 'Identifier')].filter(
    (node) => node !== request && contains(request, node),
  );
  return named.some((node) => {
    const behind = node.type === 'CallExpression' ? calledFunction(file, node) : resolveValue({ file, node });
    if (!behind || (behind.file === file && contains(request, behind.node))) return false;
    return bearerExposures(behind.file).some((one) => contains(behind.node, one.node));
  });
}
