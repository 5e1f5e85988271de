import path from 'node:path';
import { requestAt, tokenReadsOf } from '../apis/server/express-app.ts';
import { isTokenName } from '../apis/http/token-slots.ts';
import { readName } from '../credentials/names.ts';
import { originOf } from '../flow/origin.ts';
import { readsOf, variableOf } from '../syntax/bindings.ts';
import { parameterOf } from '../syntax/functions.ts';
import type { FunctionNode, Node, TSESTree } from '../syntax/nodes.ts';
import { bare, memberName } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { nodesOf, perFile } from '../syntax/source-file.ts';
import type { Credential } from './credential.ts';
import { first } from './first.ts';
import { comesFromSignIn } from './sign-in-answers.ts';

/** What a member of a request or of an answer carries: its `headers` and address, what a server answered where people sign in. */
export function carriedByMember(file: SourceFile, node: Node): Credential | undefined {
  if (node.type !== 'MemberExpression') return undefined;
  const name = memberName(node) ?? '';
  if (/^authorization$/i.test(name) && node.object.type === 'MemberExpression' && memberName(node.object) === 'headers')
    return carrying(file, node, 'the Authorization header carries it');
  if (/^(?:url|originalUrl)$/.test(name)) return ofQuery(file, node);
  if (name === 'data') return ofAnswer(file, bare(node.object));
  return /^(?:headers|rawHeaders)$/.test(name) ? ofHeaders(file, node.object) : undefined;
}

/** What a whole request or a whole answer carries, where a console writes out all that is in it. */
export function carriedByWhole(file: SourceFile, node: Node): Credential | undefined {
  const inner = bare(node);
  return inner.type === 'Identifier' ? (ofHeaders(file, inner) ?? ofAnswer(file, inner)) : undefined;
}

/** All headers of a request, where the file, or another of its package, takes a token out of such. */
function ofHeaders(file: SourceFile, request: Node): Credential | undefined {
  const here = tokenReadsOf(file)[0];
  if (here && request.type === 'Identifier' && here.request.name === request.name)
    return carrying(file, request, `the code reads it from the header ${here.header} among them`);
  const there = requestAt(file, request) && tokenReadElsewhere(file);
  return there && carrying(file, request, `${there.place} reads it from the header ${there.header} among them`);
}

const tokenReadElsewhere = perFile((file): { readonly header: string; readonly place: string } | undefined =>
  first(file.facts?.filesAbout(file, /authorization|-token\b/i) ?? [], (other) => {
    const read = other === file ? undefined : tokenReadsOf(other)[0];
    return read && { header: read.header, place: path.basename(other.path) };
  }),
);

/** `req.originalUrl`, where the file reads an access token from the query of the same request. */
function ofQuery(file: SourceFile, { object }: TSESTree.MemberExpression): Credential | undefined {
  const variable = object.type === 'Identifier' ? variableOf(file, object) : undefined;
  return first(variable ? readsOf(variable) : [], (use) => {
    const query = use.parent?.type === 'MemberExpression' && memberName(use.parent) === 'query' ? use.parent : undefined;
    const read = query?.parent.type === 'MemberExpression' && query.parent.object === query ? memberName(query.parent) : undefined;
    return read !== undefined && readName(read, file.settings.names).verdict === 'credential'
      ? carrying(file, object, `the code reads \`${read}\` from its query`)
      : undefined;
  });
}

/** Every answer of a client, in what it runs on each: among them is the one by which people sign in. */
function ofAnswer(file: SourceFile, answer: Node): Credential | undefined {
  const parameter = parameterOf(file, answer);
  if (parameter?.index !== 0 || !runsOnAnswers(file, parameter.fn)) return undefined;
  const signedIn = first([file, ...(file.facts?.importersOf(file) ?? [])], tokenOfSignIn);
  return signedIn === undefined ? undefined : carrying(file, answer, `\`${signedIn}\` is taken out of such an answer where people sign in`);
}

/** The first function of `client.interceptors.response.use`, https://axios-http.com/docs/interceptors */
function runsOnAnswers(file: SourceFile, fn: FunctionNode): boolean {
  const { parent } = fn;
  return (
    parent.type === 'CallExpression' &&
    parent.arguments[0] === fn &&
    /[.#]interceptors\.response\.use$/.test(originOf(file, parent.callee) ?? '')
  );
}

/** What the file takes out of an answer where people sign in, that is called as a session's token is. */
const tokenOfSignIn = perFile((file): string | undefined => {
  const isToken = (name: string): boolean => isTokenName(file, name);
  const member = nodesOf(file, 'MemberExpression').find((one) => isToken(memberName(one) ?? '') && comesFromSignIn(file, one));
  if (member) return memberName(member);
  return first(nodesOf(file, 'VariableDeclarator'), ({ id, init }) => {
    if (id.type !== 'ObjectPattern' || !init || !comesFromSignIn(file, init)) return undefined;
    const names = id.properties.flatMap((one) => (one.type === 'Property' && one.key.type === 'Identifier' ? one.key.name : []));
    return names.find(isToken);
  });
});

function carrying(file: SourceFile, node: Node, reason: string): Credential {
  return { node, file, name: 'authorization', kind: 'access token', strength: 'name', reason };
}
