import { isRefreshTokenName } from '../../credentials/names.ts';
import { dropParameters, parameterIn } from '../../edits/addresses.ts';
import { indentationAt, styleOf } from '../../edits/style.ts';
import { navigationsOf } from '../../exposures/address-goals.ts';
import { exposuresOfKind } from '../../exposures/index.ts';
import type { UrlSite } from '../../exposures/url-sites.ts';
import { urlSites } from '../../exposures/url-sites.ts';
import { resolveValue } from '../../flow/resolve.ts';
import { argumentAt, calleeName } from '../../syntax/functions.ts';
import type { Node, TSESTree } from '../../syntax/nodes.ts';
import { bare, contains, enclosingFunction } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesWithin, textOf } from '../../syntax/source-file.ts';
import type { CodemodContext } from '../define-codemod.ts';
import { isSignedForOthers } from './session-tokens.ts';
import { SET, setterCall, statementToPrecede } from './set-cookies.ts';

/** A redirect that hands a page the session's tokens in its address. */
interface CarryingRedirect {
  /** `res.redirect(…)` */
  readonly call: TSESTree.CallExpression;
  readonly sites: readonly (UrlSite & { readonly key: string })[];
}

/**
 * A redirect that carries the session's token in its address begins a session too: it sets the cookie instead, and the page that
 * it leads to asks for the session. Where one of the two cannot be done, both are left.
 */
export function moveRedirects(context: CodemodContext): void {
  const { file, facts } = context;
  const redirects = redirectsOf(file);
  const moved = redirects.filter((one) => canMove(context, one) && (isSetBefore(file, one.call) || moveTokens(context, one)));
  const done = new Set<Node>(moved.flatMap(({ sites }) => sites.map(({ node }) => node)));
  for (const one of moved) if (facts.phase !== 'server') dropTokens(context, one);
  for (const { node, goal } of exposuresOfKind(file, 'token-in-url')) {
    if (goal !== 'redirect' || done.has(node) || isSetBefore(file, node)) continue;
    context.todo(
      node,
      'token-in-redirect',
      'this hands the token to the page in its address: call setSessionCookie(res, token) before it, redirect ' +
        'without the token, and have the page that it leads to call getSession().',
    );
  }
}

/** The names under which redirects of the server hand tokens to pages in a way that can be rewritten. */
export function redirectedParameters(files: readonly SourceFile[]): ReadonlySet<string> {
  return new Set(files.flatMap((file) => redirectsOf(file).flatMap(({ sites }) => sites.map(({ key }) => key))));
}

function isSetBefore(file: SourceFile, node: Node): boolean {
  const handler = enclosingFunction(node);
  return handler !== undefined && textOf(file, handler).includes(`${SET.session}(`);
}

/** Every redirect of a file that carries a token, with all that it carries. */
function redirectsOf(file: SourceFile): CarryingRedirect[] {
  const carrying = new Set(exposuresOfKind(file, 'token-in-url').flatMap(({ node, goal }) => (goal === 'redirect' ? [node] : [])));
  const groups = new Map<TSESTree.CallExpression, (UrlSite & { key: string })[]>();
  for (const site of carrying.size > 0 ? urlSites(file) : []) {
    const { key, node } = site;
    if (key === undefined || site.part === 'path' || !(carrying.has(node) || isRefreshTokenName(key))) continue;
    const call = redirectOf(file, node);
    if (call) groups.set(call, [...(groups.get(call) ?? []), { ...site, key }]);
  }
  return [...groups].map(([call, sites]) => ({ call, sites })).filter(({ sites }) => sites.some(({ key }) => !isRefreshTokenName(key)));
}

/** The redirect that an address is for: the one that it stands in, or the only one that its handler makes of it. */
function redirectOf(file: SourceFile, node: Node): TSESTree.CallExpression | undefined {
  const handler = enclosingFunction(node);
  const calls = navigationsOf(file).flatMap(({ node: call, to, kind }) =>
    kind === 'redirect' && call.type === 'CallExpression' && calleeName(call) === 'redirect' && enclosingFunction(call) === handler
      ? [{ call, isIts: contains(to, node) || isMadeOf(file, to, node) }]
      : [],
  );
  return calls.find(({ isIts }) => isIts)?.call;
}

/** Whether an address is made of a node, through variables: of the template, of what sets a parameter. */
function isMadeOf(file: SourceFile, address: Node, node: Node): boolean {
  const receiver =
    node.type === 'CallExpression' && node.callee.type === 'MemberExpression'
      ? nodesWithin(file, 'Identifier', node.callee.object).map((one) => resolveValue({ file, node: one }).node)
      : [];
  return nodesWithin(file, 'Identifier', address).some((name) => {
    const { file: home, node: value } = resolveValue({ file, node: name });
    if (home !== file || value === name) return false;
    return contains(value, node) || receiver.includes(value) || isMadeOf(file, value, node);
  });
}

/** Whether a page of the app takes it out of its address, and all that is carried is the session's. */
function canMove({ file, facts }: CodemodContext, { sites }: CarryingRedirect): boolean {
  return sites.every(
    ({ key, value, address, node }) =>
      facts.server.redirected.has(key) &&
      (!/^[a-z][\w+.-]*:/i.test(address) || /^https?:/i.test(address)) &&
      !isSignedForOthers({ file, facts }, value) &&
      /^(?:TemplateLiteral|BinaryExpression|Property|CallExpression)$/.test(node.type),
  );
}

/** The line that sets the cookie stands before the redirect. */
function moveTokens(context: CodemodContext, { call, sites }: CarryingRedirect): boolean {
  const { file, changes, facts } = context;
  const statement = statementToPrecede(context, call);
  const tokens = sites.map((site) => ({ site, value: valueOf(site) }));
  // While the address goes on carrying it, what makes a token is not asked twice.
  const isOnce = facts.phase !== 'server' || tokens.every(({ value }) => value && /^(?:Identifier|MemberExpression)$/.test(value.type));
  if (!statement || !isOnce || tokens.some(({ value }) => value === undefined)) return false;
  const style = styleOf(file);
  const lineEnd = style.lineEnd + indentationAt(file.text, statement.range[0]);
  const lines = tokens
    .toSorted((one, other) => Number(isRefreshTokenName(one.site.key)) - Number(isRefreshTokenName(other.site.key)))
    .map(({ site, value }) => {
      const text = facts.phase === 'server' ? textOf(file, value!) : changes.move(value!);
      return setterCall(context, call, { text, isRefresh: isRefreshTokenName(site.key) }) + style.semicolon + lineEnd;
    });
  changes.insert(statement.range[0], lines.join(''));
  return true;
}

/** The token that stands in an address, without what makes it a text there. */
function valueOf({ node, key }: CarryingRedirect['sites'][number]): Node | undefined {
  const value = bare(written(node, key) ?? node);
  if (value === node) return undefined;
  const isText = value.type === 'CallExpression' && /^(?:encodeURIComponent|String)$/.test(calleeName(value) ?? '');
  return isText ? argumentAt(value, 0) : value;
}

function written(node: Node, key: string): Node | undefined {
  switch (node.type) {
    case 'TemplateLiteral':
    case 'BinaryExpression':
      return parameterIn(node, key);
    case 'Property':
      return node.value;
    case 'CallExpression':
      return argumentAt(node, 1);
    default:
      return undefined;
  }
}

function dropTokens({ file, changes }: CodemodContext, { sites }: CarryingRedirect): void {
  for (const node of new Set(sites.map((one) => one.node))) {
    const keys = sites.flatMap((one) => (one.node === node ? [one.key] : []));
    if (node.type === 'TemplateLiteral' || node.type === 'BinaryExpression') dropParameters(file, changes, node, keys);
    else changes.remove(node);
  }
}
