import { bindingOf, variableOf } from '../../syntax/bindings.ts';
import { argumentAt, calleeName, callsOf } from '../../syntax/functions.ts';
import type { CallNode, Node } from '../../syntax/nodes.ts';
import { memberName } from '../../syntax/nodes.ts';
import { shapeOf } from '../../flow/objects.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf } from '../../syntax/source-file.ts';
import { describedClient } from './described-client.ts';
import type { TokenSlot } from './http-api.ts';
import { tokensGiven } from './token-slots.ts';

/**
 * Clients that are generated from an OpenAPI description lie in the project itself, so that they are known by what they
 * export, not by a package:
 *
 * - openapi-typescript-codegen: `OpenAPI.TOKEN`, a text or a function
 *   (https://github.com/ferdikoomen/openapi-typescript-codegen/wiki/Authorization);
 * - OpenAPI Generator: `new Configuration({ accessToken })` (https://openapi-generator.tech/docs/generators/typescript-fetch);
 * - swagger-typescript-api: `api.setSecurityData(token)` for a `securityWorker` (https://github.com/acacode/swagger-typescript-api);
 * - Hey API: `client.setConfig({ auth })`, `createClient({ auth })` (https://heyapi.dev/openapi-ts/clients/fetch#auth).
 */
export const generatedClientApi = describedClient({
  id: 'generated-client',
  hint: /\bTOKEN\b|accessToken|setSecurityData|setConfig|createClient/,
  label: 'the generated client',
  *tokens(file) {
    for (const assignment of nodesOf(file, 'AssignmentExpression')) {
      const { left, right } = assignment;
      if (left.type === 'MemberExpression' && memberName(left) === 'TOKEN' && importedAs(file, left.object) === 'OpenAPI')
        yield { node: assignment, value: right, slot: '`OpenAPI.TOKEN`', isForTokens: true };
    }
    for (const call of callsOf(file)) yield* inCall(file, call);
  },
});

function* inCall(file: SourceFile, call: CallNode): Generator<TokenSlot> {
  const first = argumentAt(call, 0);
  if (!first) return;
  if (call.type === 'NewExpression' && importedAs(file, call.callee) === 'Configuration')
    yield* option(file, first, 'accessToken', 'the `accessToken` of a `Configuration`');
  if (call.callee.type === 'MemberExpression' && calleeName(call) === 'setSecurityData') {
    const isObject = first.type === 'ObjectExpression';
    if (isObject) yield* tokensGiven(file, first, '`setSecurityData`');
    else if (first.type !== 'Literal') yield { node: call, value: first, slot: '`setSecurityData`', isForTokens: false };
  }
  const isSetting =
    call.callee.type === 'MemberExpression' && calleeName(call) === 'setConfig' && importedAs(file, call.callee.object) === 'client';
  if (isSetting || /^@hey-api\/client-/.test(importSource(file, call.callee) ?? ''))
    yield* option(file, first, 'auth', "the client's `auth`");
}

function* option(file: SourceFile, options: Node, name: string, slot: string): Generator<TokenSlot> {
  const entry = shapeOf({ file, node: options })?.entries.get(name);
  if (entry?.file === file) yield { node: entry.node, value: entry.value, slot, isForTokens: true };
}

/** The name under which a module exports what an identifier stands for. */
function importedAs(file: SourceFile, node: Node): string | undefined {
  const variable = variableOf(file, node);
  const binding = variable && bindingOf(variable);
  if (binding?.kind === 'import') return binding.imported;
  // import * as api from './generated'; new api.Configuration(…)
  return node.type === 'MemberExpression' && importedAs(file, node.object) === '*' ? memberName(node) : undefined;
}

function importSource(file: SourceFile, node: Node): string | undefined {
  const variable = variableOf(file, node);
  const binding = variable && bindingOf(variable);
  return binding?.kind === 'import' ? binding.source : undefined;
}
