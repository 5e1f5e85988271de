import type { HttpApi } from '../apis/http/index.ts';
import { httpClients } from '../apis/http/index.ts';
import { reaches } from '../app/reached-routes.ts';
import { clientsOf, requestsOf, senderOf } from '../app/requests.ts';
import { sentRequestsIn } from '../app/sent-requests.ts';
import { bearerExposures } from '../exposures/headers.ts';
import { calledFunction } from '../flow/calls.ts';
import { originOf } from '../flow/origin.ts';
import type { Place } from '../flow/resolve.ts';
import { resolveValue } from '../flow/resolve.ts';
import type { Survey } from '../project/migration-facts.ts';
import { importedModules, typeImportedModules } from '../syntax/imports.ts';
import type { Node } from '../syntax/nodes.ts';
import { bare, contains } from '../syntax/nodes.ts';
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
      add(clientOfHeader(file, node), { file, node });
    }
    for (const { api, node } of [...requestsOf(file), ...clientsOf(file)]) if (takesHeaders(file, node)) add(api, { file, node });
  }
  const signIn = server?.signIn?.path;
  for (const request of signIn === undefined ? [] : sentRequestsIn(files))
    if (reaches(request, { path: signIn!, isWhole: true }) === 'yes') add(request.api, request);
  return found;
}

/** The client that sends what a header is set to. */
function clientOfHeader(file: SourceFile, node: Node): HttpApi | undefined {
  return senderOf(file, node) ?? clientTold(file, node) ?? importedClient(file);
}

/** The client whose settings or middleware a node stands in: `axios.defaults.headers.common.token = …`, `http.interceptors`. */
function clientTold(file: SourceFile, node: Node): HttpApi | undefined {
  for (let at: Node | undefined = node; at; at = at.parent) {
    const told = at.type === 'AssignmentExpression' ? at.left : at.type === 'CallExpression' ? at.callee : undefined;
    const client = told?.type === 'MemberExpression' ? clientBelow(file, told) : undefined;
    if (client) return client;
  }
  return undefined;
}

/** The client of whose instance a member is, or of what its package has one of. */
function clientBelow(file: SourceFile, member: Node): HttpApi | undefined {
  let object = bare(member);
  while (object.type === 'MemberExpression') object = bare(object.object);
  const made = resolveValue({ file, node: object });
  const instance = clientsOf(made.file).find(({ node }) => node === made.node)?.api;
  const origin = originOf(file, member);
  return instance ?? httpClients.find(({ session }) => session?.form === 'observed' && origin?.startsWith(`${session.shared.source}#`));
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
