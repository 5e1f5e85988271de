import { isRefreshTokenName, readName } from '../../credentials/names.ts';
import { indentationAt, startsLine, styleOf } from '../../edits/style.ts';
import type { BodyExposure } from '../../exposures/index.ts';
import { promiseOf } from '../../exposures/envelopes.ts';
import type { Place } from '../../flow/resolve.ts';
import { readsOf, variableOf } from '../../syntax/bindings.ts';
import { argumentAt, parameterOf } from '../../syntax/functions.ts';
import type { FunctionNode, Node, TSESTree } from '../../syntax/nodes.ts';
import { bare, dressed, enclosingFunction, propertyName } from '../../syntax/nodes.ts';
import { shapeOf } from '../../flow/objects.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { textOf } from '../../syntax/source-file.ts';
import type { CodemodContext } from '../define-codemod.ts';
import { importPath } from '../facts.ts';
import { schemeBefore, withoutScheme } from './schemes.ts';
import { freshName } from './token-reads.ts';
import { nameEnvelope } from './envelopes.ts';

/**
 * `res.json(await signIn(req.body))`: what a function returns is sent whole, tokens and all. They are taken out where it is
 * sent: `const { token, ...answer } = await signIn(req.body)`, and the function stays as it is for its other callers.
 *
 * @returns Whether the response is one that is sent so, and was rewritten.
 */
export function moveTokensSentWhole(
  context: CodemodContext,
  response: TSESTree.CallExpression,
  exposures: readonly BodyExposure[],
  res: string,
): boolean {
  const sent = sentIn(context, response, exposures);
  if (!sent) return false;
  const statement = statementInBlock(context.file, response);
  if (!statement) return moveInPlace(context, response, sent, res);
  moveBefore(context, statement, response, sent, res);
  return true;
}

/** The statement of a response, where others can stand before it. */
function statementInBlock(file: SourceFile, response: Node): (Node & { readonly parent: Node }) | undefined {
  const statement = dressed(response).parent;
  if (statement?.type !== 'ExpressionStatement' && statement?.type !== 'ReturnStatement') return undefined;
  const isInBlock = statement.parent.type === 'BlockStatement' || statement.parent.type === 'SwitchCase';
  return isInBlock && startsLine(file.text, statement) ? statement : undefined;
}

/** The tokens are taken out and the cookies set in lines before the response. */
function moveBefore(
  context: CodemodContext,
  statement: Node & { readonly parent: Node },
  response: TSESTree.CallExpression,
  sent: SentObject,
  res: string,
): void {
  const { file, changes, facts } = context;
  const style = styleOf(file);
  const local = (wanted: string): string => freshName(context, statement.parent, [wanted, `${wanted}OfSession`]);
  const names = sent.tokens.map((name) => ({ name, local: local(name) }));
  const [session, refresh] = [names.find(({ name }) => !isRefreshTokenName(name))!, names.find(({ name }) => isRefreshTokenName(name))];
  const [rest, end] = [local('answer'), local('expiresAt')];
  const source = importPath(file.path, facts.server.sessionCookie);
  const set = (setter: string, token: string): string => {
    changes.addImport({ source, imported: setter, local: setter });
    return `${setter}(${res}, ${token})`;
  };
  const alone = ({ name, local: token }: { name: string; local: string }): string => tokenAlone(file, sent, name, token);
  const lines = [
    `const { ${names.map(written).join(', ')}, ...${rest} } = ${textOf(file, sent.node)}`,
    ...(refresh ? [set('setSessionCookie', alone(session))] : []),
    `const ${end} = ${refresh ? set('setRefreshCookie', alone(refresh)) : set('setSessionCookie', alone(session))}`,
  ];
  const indentation = indentationAt(file.text, statement.range[0]);
  changes.insert(statement.range[0], lines.map((line) => line + style.semicolon + style.lineEnd + indentation).join(''));
  // In the first phase the old pages still want their tokens.
  const added = [...(facts.phase === 'server' ? names.map(written) : []), `expires_at: ${end}`];
  const body = sent.literal ? rest : `{ ...${rest}, ${added.join(', ')} }`;
  changes.replace(sent.node, sent.shorthand === undefined ? body : `${sent.shorthand}: ${body}`);
  if (sent.literal) for (const entry of added) changes.addEntry(sent.literal, entry);
  nameEnvelope(context, response, sent.literal ?? sent.node);
}

/**
 * `.then((answer) => res.json(answer))`: the parameter is taken apart where it is named, and the cookie is set while the
 * body is made.
 */
function moveInPlace({ file, changes, facts }: CodemodContext, response: TSESTree.CallExpression, sent: SentObject, res: string): boolean {
  const { node, tokens } = sent;
  const named = parameterSent(file, response, sent, res);
  if (!named) return false;
  const { fn, parameter } = named;
  const [session, refresh] = [tokens.find((name) => !isRefreshTokenName(name))!, tokens.find((name) => isRefreshTokenName(name))];
  const source = importPath(file.path, facts.server.sessionCookie);
  for (const setter of ['setSessionCookie', ...(refresh === undefined ? [] : ['setRefreshCookie'])])
    changes.addImport({ source, imported: setter, local: setter });
  const pattern = `{ ${tokens.join(', ')}, ...${parameter.name} }`;
  const hasParentheses = file.text.slice(fn.range[0], parameter.range[0]).includes('(');
  changes.replace(parameter, hasParentheses ? pattern : `(${pattern})`);
  const kept = facts.phase === 'server' ? `${tokens.join(', ')}, ` : '';
  const started = `setSessionCookie(${res}, ${tokenAlone(file, sent, session)})`;
  const end = refresh === undefined ? started : `setRefreshCookie(${res}, ${tokenAlone(file, sent, refresh)})`;
  changes.replace(node, `{ ${kept}...${parameter.name}, expires_at: ${end} }`);
  if (refresh !== undefined) {
    changes.insert(response.range[0], `(${started}, `);
    changes.insert(response.range[1], ')');
  }
  return true;
}

/** The parameter that is sent, where it can be taken apart: plain, of an arrow that only sends it, and read nowhere else. */
function parameterSent(
  file: SourceFile,
  response: TSESTree.CallExpression,
  { node, tokens, literal }: SentObject,
  res: string,
): { readonly fn: FunctionNode; readonly parameter: TSESTree.Identifier } | undefined {
  const found = parameterOf(file, bare(node));
  const fn = enclosingFunction(response);
  if (!found || found.fn !== fn || fn.body !== response || literal) return undefined;
  const parameter = fn.params[found.index];
  if (parameter?.type !== 'Identifier' || parameter.typeAnnotation) return undefined;
  const { name } = parameter;
  const isNameFree = name !== res && !tokens.includes(name) && tokens.every((token) => /^[a-z][\w$]*$/i.test(token));
  return isNameFree && readsOf(variableOf(file, parameter)!).length === 1 ? { fn, parameter } : undefined;
}

function written({ name, local }: { readonly name: string; readonly local: string }): string {
  return name === local ? name : `${name}: ${local}`;
}

/** An object that is sent with tokens and other things in it, of which only the shape is known here. */
interface SentObject {
  readonly node: Node;
  /** The body that it is spread into, where it is not sent by itself. */
  readonly literal?: TSESTree.ObjectExpression;
  /** The name that it stands for as well, where it is written once: `{ user }`. */
  readonly shorthand?: string;
  /** The names of the tokens in it. */
  readonly tokens: readonly string[];
}

/** A token that was taken out by name, without the scheme that stands before it in what is sent. */
function tokenAlone(file: SourceFile, { node }: SentObject, name: string, local = name): string {
  const entry = shapeOf(promised({ file, node }))?.entries.get(name);
  const before = entry && schemeBefore(entry.file, entry.value);
  return before ? withoutScheme(file, local, before.scheme) : local;
}

function sentIn(context: CodemodContext, response: TSESTree.CallExpression, exposures: readonly BodyExposure[]): SentObject | undefined {
  const sent = argumentAt(response, 0);
  const literal = sent && bare(sent).type === 'ObjectExpression' ? (bare(sent) as TSESTree.ObjectExpression) : undefined;
  const spread = literal?.properties.filter((one) => one.type === 'SpreadElement') ?? [];
  if (literal && spread.length === 0) return sentAsMember(context, literal, exposures);
  const node = literal ? spread[0]?.argument : (wholeWithin(context.file, response, exposures) ?? sent);
  if (!node || spread.length > 1) return undefined;
  const tokens = tokensOf(context, node, exposures, literal !== undefined);
  return tokens.some((name) => !isRefreshTokenName(name)) ? { node, tokens, ...(literal && { literal }) } : undefined;
}

/** `result` of `res.json({ success: true, data: result })`, where all the tokens come out of it. */
function sentAsMember(
  context: CodemodContext,
  literal: TSESTree.ObjectExpression,
  exposures: readonly BodyExposure[],
): SentObject | undefined {
  for (const member of literal.properties) {
    if (member.type !== 'Property' || !/^(?:Identifier|AwaitExpression|CallExpression)$/.test(bare(member.value).type)) continue;
    const tokens = tokensOf(context, member.value, exposures, false);
    if (tokens.some((name) => !isRefreshTokenName(name)))
      return { node: member.value, tokens, ...(member.shorthand && { shorthand: propertyName(member)! }) };
  }
  return undefined;
}

/** `result` of `res.json(success('Welcome', result))`: what an envelope is put around, where all the tokens come out of it. */
function wholeWithin(file: SourceFile, response: TSESTree.CallExpression, exposures: readonly BodyExposure[]): Node | undefined {
  const nodes = new Set(exposures.map(({ node }) => node));
  return partsOfCall(response).find((part) => {
    const inner = bare(part);
    const entries = [...(shapeOf(promised({ file, node: part }))?.entries.values() ?? [])].map(({ node }) => node);
    return [...nodes].every((node) => bare(node) === inner || entries.includes(node as never));
  });
}

/** What is handed to a call by name or by another call, and to the calls that are its arguments. */
function partsOfCall(call: TSESTree.CallExpression | TSESTree.NewExpression, left = 3): Node[] {
  return call.arguments.flatMap((one): Node[] => {
    const inner = bare(one);
    if (inner.type === 'Identifier' || inner.type === 'AwaitExpression') return [one];
    const isCall = inner.type === 'CallExpression' || inner.type === 'NewExpression';
    return isCall ? [one, ...(left > 0 ? partsOfCall(inner, left - 1) : [])] : [];
  });
}

/** What a parameter of `.then` was promised as; anything else as it is. */
function promised(place: Place): Place {
  const parameter = parameterOf(place.file, bare(place.node));
  const promise = parameter && promiseOf(parameter.fn, parameter.index);
  return promise ? { file: place.file, node: promise } : place;
}

/** The names of the tokens in what is sent, where all that was found in it stands there by name, beside other things. */
function tokensOf({ file }: CodemodContext, sent: Node, exposures: readonly BodyExposure[], isSpread: boolean): string[] {
  const all = [...(shapeOf(promised({ file, node: sent }))?.entries.values() ?? [])];
  const entries = all.filter(({ name }) => /^(?:credential|likely)$/.test(readName(name).verdict) && /^[\w$]+$/.test(name));
  const isKnown = exposures.every(
    ({ node }) => node === sent || bare(sent) === node || entries.some((entry) => entry.node === node || entry.value === node),
  );
  // Nothing is left of what is spread in where it holds tokens alone.
  return isKnown && !(isSpread && entries.length === all.length) ? entries.map(({ name }) => name) : [];
}
