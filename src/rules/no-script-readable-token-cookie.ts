import { exposuresOfKind } from '../exposures/index.ts';
import type { StorageExposure } from '../exposures/exposure.ts';
import { SDK_HINT } from '../exposures/sdk-storages.ts';
import { storageHint } from '../exposures/storage.ts';
import { hiddenByServer } from '../exposures/cookie-removals.ts';
import { readsOf, variableOf } from '../syntax/bindings.ts';
import { shapeOf } from '../flow/objects.ts';
import { createRule } from '../lint/create-rule.ts';
import type { Finding } from '../lint/finding.ts';
import type { Node } from '../syntax/nodes.ts';
import { dressed, isAssignmentTarget, memberName } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';

type MessageIds = 'written' | 'dropped' | 'read' | 'kept' | 'sdk';

const MESSAGES = { 'cookie-write': 'written', 'cookie-read': 'read', 'cookie-keep': 'kept' } as const;

export default createRule<[], MessageIds>({
  name: 'no-script-readable-token-cookie',
  description: 'Disallow cookies with credentials that scripts set or read: what a script can write, any script can read',
  recommended: true,
  severity: 'high',
  cwe: [1004],
  hint: new RegExp(`${storageHint('script-cookie').source}|${SDK_HINT.source}`, 'i'),
  schema: [],
  defaultOptions: [],
  messages: {
    written:
      'This puts {{what}} into a cookie by script, so any script of the page can read it: {{reason}}. Let the server ' +
      'set the cookie with HttpOnly, Secure and SameSite.',
    dropped:
      'This asks for HttpOnly on a cookie with {{what}} that a script sets, and browsers drop such a cookie: {{reason}}. ' +
      'Only a server can hide a cookie from scripts: let it set this one with HttpOnly, Secure and SameSite.',
    kept:
      'This keeps {{what}} in a cookie by script, so any script of the page can read it: {{reason}}. Let the server ' +
      'set the cookie with HttpOnly, Secure and SameSite.',
    read:
      'This reads {{what}} from a cookie by script, so any other script of the page can read it too: {{reason}}. ' +
      'With HttpOnly on the cookie the browser sends it by itself, and scripts need not see it.',
    sdk:
      "With this setting {{sdk}} keeps the user's tokens in cookies that it sets by script, so any script of the " +
      'page can read them. {{instead}}; or let a backend for the frontend hold the tokens and give the page an ' +
      'HttpOnly cookie.',
  },
  check: (file) => [...stored(file), ...keptBySdks(file)],
});

function stored(file: SourceFile): Finding<MessageIds>[] {
  const exposures = exposuresOfKind(file, 'cookie-write', 'cookie-read', 'cookie-keep').filter((one) => !isReadOnServerAlone(file, one));
  return exposures.map((exposure) => ({
    messageId: messageFor(file, exposure),
    range: exposure.node.range,
    data: { what: exposure.what, reason: exposure.reason },
  }));
}

/** `useCookie('token')` of a cookie that a server hides, where no script sets it: a browser gives nothing for it, and keeps nothing. */
function isReadOnServerAlone(file: SourceFile, { kind, key, node }: StorageExposure): boolean {
  if (kind !== 'cookie-keep' || key.text === undefined || hiddenByServer(file, key.text) === undefined) return false;
  const { parent } = dressed(node);
  const kept = parent?.type === 'VariableDeclarator' ? variableOf(file, parent.id) : undefined;
  const uses = kept ? readsOf(kept) : [dressed(node)];
  return !uses.some((use) => use.parent?.type === 'MemberExpression' && isAssignmentTarget(use.parent));
}

function messageFor(file: SourceFile, { kind, node, access }: StorageExposure): MessageIds {
  if (kind === 'cookie-write' && asksForHttpOnly(file, node)) return 'dropped';
  // useCookie('token').value: what is asked for its value at once is not kept.
  const { parent } = dressed(node);
  const isAskedAlone = parent?.type === 'MemberExpression' && memberName(parent) === 'value' && !isAssignmentTarget(parent);
  return kind === 'cookie-keep' && isAskedAlone && !access.value ? 'read' : MESSAGES[kind as keyof typeof MESSAGES];
}

/** `Cookies.set('token', token, { httpOnly: true })` */
function asksForHttpOnly(file: SourceFile, node: Node): boolean {
  const options = node.type === 'CallExpression' ? node.arguments.at(-1) : undefined;
  const httpOnly =
    options && options.type !== 'SpreadElement' ? shapeOf({ file, node: options })?.entries.get('httpOnly')?.value : undefined;
  return httpOnly?.type === 'Literal' && httpOnly.value === true;
}

function keptBySdks(file: SourceFile): Finding<MessageIds>[] {
  return exposuresOfKind(file, 'sdk-cookie').map(({ node, sdk, instead }) => ({
    messageId: 'sdk',
    range: node.range,
    data: { sdk, instead },
  }));
}
