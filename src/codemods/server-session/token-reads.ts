import type { TokenRead } from '../../apis/server/express-app.ts';
import { tokenReadsOf } from '../../apis/server/express-app.ts';
import { isBareToken } from '../../exposures/bare-headers.ts';
import { indentationAt, startsLine, styleOf } from '../../edits/style.ts';
import type { FunctionNode, Node } from '../../syntax/nodes.ts';
import { contains, enclosingFunction, enclosingStatement } from '../../syntax/nodes.ts';
import { nodesWithin, textOf } from '../../syntax/source-file.ts';
import type { CodemodContext } from '../define-codemod.ts';
import { importPath } from '../facts.ts';

/**
 * Lets every check of a session take the cookie where it took a header: `req.headers.authorization` becomes
 * `authorizationOf(req)`, which gives the header or what it would have been, so that what follows stays as it is. Where
 * the header is the token itself it becomes `requestToken(req)`.
 */
export function takeCookies(context: CodemodContext): void {
  const groups = new Map<string, TokenRead[]>();
  for (const read of alternativesJoined(tokenReadsOf(context.file))) {
    const helper = helperFor(context, read);
    if (helper === undefined || !isAboutSessions(context, read.node)) continue;
    const key = `${String(enclosingFunction(read.node)?.range[0])} ${helper}`;
    groups.set(key, [...(groups.get(key) ?? []), read]);
  }
  for (const reads of groups.values()) takeOnce(context, reads);
}

/** `req.headers.authorization || req.get('Authorization')`: two reads of one header are one, as far as they stand for each other. */
function alternativesJoined(reads: readonly TokenRead[]): TokenRead[] {
  const joined = new Map(reads.map((read) => [read.node, read]));
  for (const { node } of joined.values()) {
    const { parent } = node;
    if (parent?.type !== 'LogicalExpression' || parent.operator === '&&') continue;
    const [left, right] = [joined.get(parent.left), joined.get(parent.right)];
    if (!left || right?.header !== left.header || right.request.name !== left.request.name) continue;
    joined.delete(parent.left);
    joined.delete(parent.right);
    joined.set(parent, { ...left, node: parent });
  }
  return [...joined.values()];
}

function helperFor({ file, facts }: CodemodContext, read: TokenRead): string | undefined {
  const { header } = read;
  if (header === 'authorization') return isBareToken(file, read) ? 'requestToken' : 'authorizationOf';
  return header === facts.server.customHeader?.toLowerCase() ? 'tokenOf' : undefined;
}

/** One read becomes the call; several in one function ask once, since types know only of a variable that it is there. */
function takeOnce(context: CodemodContext, reads: readonly TokenRead[]): void {
  const { file, changes } = context;
  const [first] = reads;
  const fn = first && enclosingFunction(first.node);
  const anchor = first && fn && reads.length > 1 ? statementIn(fn, first.node) : undefined;
  if (!first || !anchor || !startsLine(file.text, anchor) || reads.some(({ node }) => node.type === 'Property')) {
    for (const read of reads) takeCookie(context, read);
    return;
  }
  const helper = helperFor(context, first)!;
  const name = freshName(
    context,
    fn!,
    helper === 'authorizationOf'
      ? ['authorization', 'authorizationHeader', 'sentAuthorization']
      : ['sentToken', 'requestToken', 'tokenSent'],
  );
  const style = styleOf(file);
  changes.insert(
    anchor.range[0],
    `const ${name} = ${helper}(${first.request.name})${style.semicolon}${style.lineEnd}${indentationAt(file.text, anchor.range[0])}`,
  );
  for (const { node } of reads) changes.replace(node, name);
  importHelper(context, helper);
}

/** The statement of the function's own block that a node is in. */
function statementIn(fn: FunctionNode, node: Node): Node | undefined {
  return fn.body.type === 'BlockStatement' ? fn.body.body.find((statement) => contains(statement, node)) : undefined;
}

function takeCookie(context: CodemodContext, read: TokenRead): void {
  const { file, changes } = context;
  const helper = helperFor(context, read)!;
  const call = `${helper}(${read.request.name})`;
  if (read.node.type === 'Property') {
    const declarator = read.node.parent.parent;
    if (declarator.type !== 'VariableDeclarator' || declarator.id.type !== 'ObjectPattern' || read.node.value.type !== 'Identifier') return;
    const name = read.node.value.name;
    if (declarator.id.properties.length === 1) changes.replace(declarator, `${name} = ${call}`);
    else {
      changes.remove(read.node);
      const statement = enclosingStatement(declarator);
      changes.insert(
        statement.range[1],
        `${styleOf(file).lineEnd}${indentationAt(file.text, statement.range[0])}const ${name} = ${call}${styleOf(file).semicolon}`,
      );
    }
  } else changes.replace(read.node, call);
  importHelper(context, helper);
}

function importHelper({ file, changes, facts }: CodemodContext, helper: string): void {
  changes.addImport({ source: importPath(file.path, facts.server.sessionCookie), imported: helper, local: helper });
}

/** A name that a function does not use yet. */
export function freshName({ file }: CodemodContext, scope: Node, wanted: readonly string[]): string {
  const taken = new Set(
    nodesWithin(file, 'Identifier', scope)
      .filter((one) => !isKey(one))
      .map(({ name }) => name),
  );
  return wanted.find((name) => !taken.has(name)) ?? `${wanted[0]!}_`;
}

function isKey(node: Node): boolean {
  const { parent } = node;
  return parent?.type === 'MemberExpression' && parent.property === node && !parent.computed;
}

/** Not a job's or a webhook's own secret, nor Basic credentials. */
function isAboutSessions({ file }: CodemodContext, read: Node): boolean {
  const scope = enclosingFunction(read) ?? file.ast;
  const text = textOf(file, scope);
  if (/\bBasic\b/.test(text) && !/bearer/i.test(text)) return false;
  const { parent } = read;
  const other =
    parent?.type === 'BinaryExpression' && /^[!=]==?$/.test(parent.operator)
      ? parent.left === read
        ? parent.right
        : parent.left
      : undefined;
  return !(other && /process\.env|secret|api_?key/i.test(textOf(file, other)));
}
