import { tokenReadsOf } from '../../apis/server/express-app.ts';
import type { BodyRead } from '../../apis/server/request-body.ts';
import { queryReadsOf } from '../../apis/server/request-body.ts';
import { verificationsOf } from '../../exposures/jwt-calls.ts';
import { reachOf } from '../../flow/back.ts';
import { locationOf } from '../../flow/location.ts';
import { originOf } from '../../flow/origin.ts';
import { staticText } from '../../flow/static-text.ts';
import { argumentAt, callsOf } from '../../syntax/functions.ts';
import type { Node } from '../../syntax/nodes.ts';
import { contains, enclosingFunction, enclosingStatement, memberName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesWithin, textOf } from '../../syntax/source-file.ts';
import type { CodemodContext } from '../define-codemod.ts';
import { importPath } from '../facts.ts';
import { canFallBack, takeInstead } from './fallbacks.ts';

const TOKEN = /^(?:token|auth_?token|access_?token|jwt|auth)$/i;

/**
 * Event streams, downloads and pictures have no headers: their addresses carried the token. Routes that took it there take the
 * session's cookie where the address has none.
 */
export function takeQueries(context: CodemodContext): void {
  const { file, changes, facts } = context;
  for (const read of queryTokensOf(file)) {
    if (isCovered(file, read)) continue;
    const cookie = `sessionToken(${read.request.name})`;
    if (textOf(file, enclosingStatement(read.node)).includes('sessionToken(')) continue;
    if (!canFallBack(file, read.node) || !takeInstead(context, read.node, cookie)) {
      context.todo(
        read.node,
        'query-not-rewritten',
        `this takes the token out of the address in a form that could not be rewritten. Take ${cookie} where there is none.`,
      );
      continue;
    }
    changes.addImport({ source: importPath(file.path, facts.server.sessionCookie), imported: 'sessionToken', local: 'sessionToken' });
  }
}

/** The parameters in place of which the server takes the cookie from now on, wherever it takes a session's token out of them. */
export function parametersByCookie(files: readonly SourceFile[]): ReadonlySet<string> {
  const reads = files.flatMap((file) => queryTokensOf(file).map((read) => ({ file, read })));
  const left = new Set(reads.flatMap(({ file, read }) => (isCovered(file, read) || canFallBack(file, read.node) ? [] : [read.name])));
  const names = [...reads.map(({ read }) => read.name), ...files.flatMap((file) => extracted(file))];
  return new Set(names.filter((name) => !left.has(name)));
}

/** Where a session's token is taken out of an address: what is verified as one, or stands beside the header that carries it. */
export function queryTokensOf(file: SourceFile): readonly BodyRead[] {
  return queryReadsOf(file).filter((read) => TOKEN.test(read.name) && (isCovered(file, read) || isVerified(file, read)));
}

const BY_AN_EARLIER_RUN = /\b(?:authorizationOf|requestToken|tokenOf)\(/;

/** Whether the token of a header, which the cookie stands in for, is taken in the same function; or the header is set by it. */
function isCovered(file: SourceFile, { node }: BodyRead): boolean {
  const fn = enclosingFunction(node);
  if (!fn) return false;
  const isTaken = tokenReadsOf(file).some((read) => enclosingFunction(read.node) === fn) || BY_AN_EARLIER_RUN.test(textOf(file, fn));
  return isTaken || setsHeader(file, node);
}

/** `` req.headers.authorization = `Bearer ${req.query.token}` `` */
function setsHeader(file: SourceFile, node: Node): boolean {
  const statement = enclosingStatement(node);
  return nodesWithin(file, 'AssignmentExpression', statement).some(
    ({ left, right }) => left.type === 'MemberExpression' && memberName(left) === 'authorization' && contains(right, node),
  );
}

function isVerified(file: SourceFile, { node }: BodyRead): boolean {
  const reached = reachOf(locationOf(file, node.type === 'Property' ? node.value : node));
  return [...(reached ?? [])].some((at) => verificationsOf(at.file).some(({ token }) => token === at.node));
}

/** https://www.passportjs.org/packages/passport-jwt/#extracting-the-jwt-from-the-request */
function extracted(file: SourceFile): string[] {
  return callsOf(file).flatMap((call) => {
    const name = argumentAt(call, 0);
    const isExtractor = name && originOf(file, call.callee) === 'passport-jwt#ExtractJwt.fromUrlQueryParameter';
    return isExtractor ? (staticText(file, name) ?? []) : [];
  });
}
