import { placedPath } from '../../apis/server/file-routes.ts';
import { lastHandlers } from '../../app/answering.ts';
import type { Route } from '../../app/route.ts';
import { routesOf } from '../../app/routes.ts';
import { isSignOutPath } from '../../credentials/session-words.ts';
import { indentationAt, styleOf } from '../../edits/style.ts';
import { functionsOf } from '../../syntax/functions.ts';
import type { FunctionNode, TSESTree } from '../../syntax/nodes.ts';
import { functionName } from '../../syntax/nodes.ts';
import type { CodemodContext } from '../define-codemod.ts';
import { importPath } from '../facts.ts';

const SIGN_OUT_NAME = /^(?:handle)?(?:log_?out|sign_?out|log_?off)(?:user|handler|controller)?$/i;

/** The handler that ends a session clears its cookie too. What runs before it, such as a guard, runs at other routes as well. */
export function clearOnSignOut(context: CodemodContext): void {
  const { file } = context;
  if (file.text.includes('clearSessionCookie')) return;
  const routes = routesOf(file);
  for (const fn of functionsOf(file)) {
    const res = responseParameter(fn);
    if (!res) continue;
    const ended = routes.filter((route) => isSignOut(route, fn));
    if (ended.length === 0 && !isSignOutByName(context, fn)) continue;
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
  changes.addImport({
    source: importPath(file.path, facts.server.sessionCookie),
    imported: 'clearSessionCookie',
    local: 'clearSessionCookie',
  });
}
