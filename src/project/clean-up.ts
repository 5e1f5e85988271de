import { Changes } from '../edits/changes.ts';
import { render } from '../edits/render.ts';
import type { MigrationFacts } from '../codemods/facts.ts';
import { sessionPathsOf } from '../codemods/facts.ts';
import { styleOf } from '../edits/style.ts';
import type { Node } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { nodesOf, textOf } from '../syntax/source-file.ts';
import type { PlannedFile } from './planned-file.ts';
import type { Project } from './project.ts';

/** The generated modules of earlier phases, without what only those needed. */
export function cleanGenerated(project: Project, { server, client, phase }: MigrationFacts): PlannedFile[] {
  if (phase !== 'cleanup') return [];
  return [
    ...cleaned(project, server.sessionCookie.path, (changes) => {
      dropFunctions(changes, ['exchangeToken']);
      if (!server.takesBearer) refuseHeaders(changes);
    }),
    ...[...sessionPathsOf(client)].flatMap((one) => cleaned(project, one, dropExchange)),
  ];
}

function cleaned(project: Project, filePath: string, clean: (changes: Changes) => void): PlannedFile[] {
  const file = project.has(filePath) ? project.file(filePath) : undefined;
  if (!file) return [];
  const changes = new Changes(file);
  clean(changes);
  const after = render(changes);
  return after === undefined ? [] : [{ path: filePath, before: file.text, after, because: ['what only old pages needed'] }];
}

/** Functions go with their comments and their exports. */
function dropFunctions(changes: Changes, names: readonly string[]): void {
  const { file } = changes;
  for (const fn of nodesOf(file, 'FunctionDeclaration'))
    if (fn.id && names.includes(fn.id.name)) changes.remove(fn.parent.type === 'ExportNamedDeclaration' ? fn.parent : fn);
  for (const property of nodesOf(file, 'Property'))
    if (property.shorthand && property.key.type === 'Identifier' && names.includes(property.key.name)) changes.remove(property);
}

/** The page's part: nothing waits for the exchange any more, and stored tokens are only thrown away. */
function dropExchange(changes: Changes): void {
  const { file } = changes;
  const exchanged = nodesOf(file, 'VariableDeclaration').find(
    ({ declarations: [first] }) => first.id.type === 'Identifier' && first.id.name === 'exchanged',
  );
  if (!exchanged) return;
  dropFunctions(changes, ['exchangeLegacyToken', 'legacyToken']);
  for (const wait of nodesOf(file, 'AwaitExpression'))
    if (wait.argument.type === 'Identifier' && wait.argument.name === 'exchanged') changes.remove(wait.parent);
  const { quote, semicolon } = styleOf(file);
  changes.replace(exchanged, `if (typeof window !== ${quote}undefined${quote}) purgeLegacyTokens()${semicolon}`);
}

/** `req.headers.authorization ?? (…)`: the cookie alone is asked. */
function refuseHeaders(changes: Changes): void {
  const { file } = changes;
  for (const logical of nodesOf(file, 'LogicalExpression')) {
    if (logical.operator === '??' && isSent(file, logical.left) && logical.parent.type === 'ReturnStatement')
      changes.replace(logical, inside(file, logical.right));
  }
}

function isSent(file: SourceFile, node: Node): boolean {
  return /^req\.(?:headers\.authorization|get\()/.test(textOf(file, node));
}

function inside(file: SourceFile, node: Node): string {
  // requestToken: a header's token, else the session's.
  return node.type === 'ConditionalExpression' ? textOf(file, node.alternate) : textOf(file, node);
}
