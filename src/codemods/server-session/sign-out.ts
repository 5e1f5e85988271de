import { placedPath } from '../../apis/server/file-routes.ts';
import { lastHandlers } from '../../app/answering.ts';
import type { Route } from '../../app/route.ts';
import { routesOf } from '../../app/routes.ts';
import { isSignOutPath } from '../../credentials/session-words.ts';
import { indentationAt, styleOf } from '../../edits/style.ts';
import { functionsOf } from '../../syntax/functions.ts';
import type { FunctionNode, TSESTree } from '../../syntax/nodes.ts';
import { contains, functionName } from '../../syntax/nodes.ts';
import type { CodemodContext } from '../define-codemod.ts';
import { importPath } from '../facts.ts';
import { guardedBy } from './session-guards.ts';

const SIGN_OUT_NAME = /^(?:handle)?(?:log_?out|sign_?out|log_?off)(?:user|handler|controller)?$/i;

/**
 * The handler that ends a session clears its cookie too. A guard before it would not let a session through that has ended, and
 * runs at other routes as well: the cookie is cleared before it, at this route alone.
 */
export function clearOnSignOut(context: CodemodContext): void {
  const { file } = context;
  if (file.text.includes('clearSessionCookie')) return;
  const routes = routesOf(file);
  const guarded = routes.filter((route) => isSignOutPath(route.path) && clearBeforeGuard(context, route));
  for (const fn of functionsOf(file)) {
    const res = responseParameter(fn);
    if (!res) continue;
    const ended = routes.filter((route) => isSignOut(route, fn));
    if (ended.length === 0 && !isSignOutByName(context, fn)) continue;
    if (isClearedBefore(context, fn, ended, guarded)) continue;
    const other = routes.find((route) => !ended.includes(route) && !isSignOutPath(route.path) && runs(route, fn));
    if (ended[0] && other)
      context.todo(
        ended[0].node,
        'shared-sign-out',
        'other routes answer by this handler too: call clearSessionCookie(res) in a handler of this route alone.',
      );
    else clear(context, fn, res);
  }
}

/** `router.post('/logout', protect, logout)`: a step before the guard. Whether there is a guard. */
function clearBeforeGuard({ file, changes, facts }: CodemodContext, route: Route): boolean {
  const [first] = guardedBy(route);
  if (first?.file !== file || route.node.type !== 'CallExpression' || !contains(route.node, first.node)) return false;
  const { semicolon, lineEnd, indent } = styleOf(file);
  const at = indentationAt(file.text, first.node.range[0]);
  const lines = [
    `(req, res, next) => {`,
    `${at}${indent}clearSessionCookie(res)${semicolon}`,
    `${at}${indent}next()${semicolon}`,
    `${at}}, `,
  ];
  changes.insert(first.node.range[0], lines.join(lineEnd));
  importClearing({ file, changes, facts });
  return true;
}

/** Whether a handler answers only where the cookie was cleared before a guard, here or in the file of the route. */
function isClearedBefore({ file, facts }: CodemodContext, fn: FunctionNode, ended: readonly Route[], guarded: readonly Route[]): boolean {
  if (ended.length > 0) return ended.every((route) => guarded.includes(route));
  const known = facts.server.signOut;
  return known?.isGuarded === true && known.file === file.path && known.start === fn.range[0];
}

function responseParameter({ params: [, res] }: FunctionNode): TSESTree.Identifier | undefined {
  return res?.type === 'Identifier' && /^_?res(?:ponse)?$/.test(res.name) ? res : undefined;
}

/** Whether a route that ends sessions is answered by the function at its end. */
function isSignOut(route: Route, fn: FunctionNode): boolean {
  if (!isSignOutPath(route.path)) return false;
  // What `use` registers passes requests on, unless it cannot.
  if (route.methods.includes('use') && fn.params.length > 2) return false;
  return runs(route, fn);
}

function runs(route: Route, fn: FunctionNode): boolean {
  return lastHandlers(route).some(({ node }) => node === fn);
}

/** By its own name, by what is known of the app, or because the file is the route's, as far as the file exports the function. */
function isSignOutByName({ file, facts }: CodemodContext, fn: FunctionNode): boolean {
  if (SIGN_OUT_NAME.test(functionName(fn) ?? '')) return true;
  const known = facts.server.signOut;
  if (known?.file === file.path && known.start === fn.range[0]) return true;
  return isSignOutPath(placedPath(file) ?? '') && isExported(fn);
}

function isExported({ parent }: FunctionNode): boolean {
  if (parent.type === 'VariableDeclarator') return parent.parent.parent.type === 'ExportNamedDeclaration';
  return parent.type === 'ExportDefaultDeclaration' || parent.type === 'ExportNamedDeclaration' || parent.type === 'AssignmentExpression';
}

function clear({ file, changes, facts }: CodemodContext, fn: FunctionNode, res: TSESTree.Identifier): void {
  const style = styleOf(file);
  const call = `clearSessionCookie(${res.name})`;
  if (fn.body.type !== 'BlockStatement') {
    const [before, after] = file.text[fn.body.range[0] - 1] === '(' ? ['', ''] : ['(', ')'];
    changes.insert(fn.body.range[0], `${before}${call}, `);
    changes.insert(fn.body.range[1], after);
  } else if (fn.body.body[0]) {
    const [first] = fn.body.body;
    changes.insert(first.range[0], `${call}${style.semicolon}${style.lineEnd}${indentationAt(file.text, first.range[0])}`);
  } else return;
  importClearing({ file, changes, facts });
}

function importClearing({ file, changes, facts }: Pick<CodemodContext, 'file' | 'changes' | 'facts'>): void {
  changes.addImport({
    source: importPath(file.path, facts.server.sessionCookie),
    imported: 'clearSessionCookie',
    local: 'clearSessionCookie',
  });
}
