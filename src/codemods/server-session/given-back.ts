import { readName } from '../../credentials/names.ts';
import { indentationAt, startsLine, styleOf } from '../../edits/style.ts';
import type { BodyExposure } from '../../exposures/index.ts';
import { promiseOf } from '../../exposures/envelopes.ts';
import type { Place } from '../../flow/resolve.ts';
import { readsOf, variableOf } from '../../syntax/bindings.ts';
import { argumentAt, parameterOf } from '../../syntax/functions.ts';
import type { Node, TSESTree } from '../../syntax/nodes.ts';
import { bare, dressed, enclosingFunction } from '../../syntax/nodes.ts';
import { shapeOf } from '../../flow/objects.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { textOf } from '../../syntax/source-file.ts';
import type { CodemodContext } from '../define-codemod.ts';
import { importPath } from '../facts.ts';
import { freshName } from './token-reads.ts';
import { nameEnvelope } from './envelopes.ts';

/**
 * `res.json(await signIn(req.body))`: what a function gives back is sent whole, tokens and all. They are taken out where
 * it is sent: `const { token, ...answer } = await signIn(req.body)`, and the function stays as it is for its other callers.
 *
 * @returns Whether the answer is one that is sent so, and was rewritten.
 */
export function moveGivenBack(
  context: CodemodContext,
  response: TSESTree.CallExpression,
  exposures: readonly BodyExposure[],
  res: string,
): boolean {
  const { file, changes, facts } = context;
  const given = givenIn(context, response, exposures);
  const outer = dressed(response);
  const statement = outer.parent?.type === 'ExpressionStatement' || outer.parent?.type === 'ReturnStatement' ? outer.parent : undefined;
  const isInBlock =
    statement !== undefined &&
    startsLine(file.text, statement) &&
    (statement.parent.type === 'BlockStatement' || statement.parent.type === 'SwitchCase');
  if (given && !isInBlock) return moveInPlace(context, response, given, res);
  if (!given || !isInBlock) return false;
  const style = styleOf(file);
  const local = (wanted: string): string => freshName(context, statement.parent, [wanted, `${wanted}OfSession`]);
  const names = given.tokens.map((name) => ({ name, local: local(name) }));
  const [session, refresh] = [names.find(({ name }) => !isRefresh(name))!, names.find(({ name }) => isRefresh(name))];
  const [rest, end] = [local('answer'), local('expiresAt')];
  const source = importPath(file.path, facts.server.sessionCookie);
  const set = (setter: string, token: string): string => {
    changes.addImport({ source, imported: setter, local: setter });
    return `${setter}(${res}, ${token})`;
  };
  const lines = [
    `const { ${names.map(written).join(', ')}, ...${rest} } = ${textOf(file, given.node)}`,
    ...(refresh ? [set('setSessionCookie', session.local)] : []),
    `const ${end} = ${refresh ? set('setRefreshCookie', refresh.local) : set('setSessionCookie', session.local)}`,
  ];
  const indentation = indentationAt(file.text, statement.range[0]);
  changes.insert(statement.range[0], lines.map((line) => line + style.semicolon + style.lineEnd + indentation).join(''));
  // In the first phase the old pages still want their tokens.
  const added = [...(facts.phase === 'server' ? names.map(written) : []), `expires_at: ${end}`];
  changes.replace(given.node, given.literal ? rest : `{ ...${rest}, ${added.join(', ')} }`);
  if (given.literal) for (const entry of added) changes.addEntry(given.literal, entry);
  const sent = argumentAt(response, 0);
  if (!given.literal && sent && bare(sent) !== bare(given.node)) nameEnvelope(context, response);
  return true;
}

/**
 * `.then((answer) => res.json(answer))`: the parameter is taken apart where it is named, and the cookie is set while the
 * body is made.
 */
function moveInPlace(
  { file, changes, facts }: CodemodContext,
  response: TSESTree.CallExpression,
  given: GivenObject,
  res: string,
): boolean {
  const fn = enclosingFunction(response);
  const parameter = parameterOf(file, bare(given.node));
  const param = parameter && parameter.fn === fn ? fn.params[parameter.index] : undefined;
  const isPlain = param?.type === 'Identifier' && !param.typeAnnotation && given.tokens.every((name) => /^[a-z][\w$]*$/i.test(name));
  if (!isPlain || fn?.body !== response || given.literal || param.name === res || given.tokens.includes(param.name)) return false;
  if (readsOf(variableOf(file, param)!).length !== 1) return false;
  const [session, refresh] = [given.tokens.find((name) => !isRefresh(name))!, given.tokens.find((name) => isRefresh(name))];
  const source = importPath(file.path, facts.server.sessionCookie);
  for (const setter of ['setSessionCookie', ...(refresh === undefined ? [] : ['setRefreshCookie'])])
    changes.addImport({ source, imported: setter, local: setter });
  const pattern = `{ ${given.tokens.join(', ')}, ...${param.name} }`;
  const hasParentheses = file.text.slice(fn.range[0], param.range[0]).includes('(');
  changes.replace(param, hasParentheses ? pattern : `(${pattern})`);
  const kept = facts.phase === 'server' ? `${given.tokens.join(', ')}, ` : '';
  const end = refresh === undefined ? `setSessionCookie(${res}, ${session})` : `setRefreshCookie(${res}, ${refresh})`;
  changes.replace(given.node, `{ ${kept}...${param.name}, expires_at: ${end} }`);
  if (refresh !== undefined) {
    changes.insert(response.range[0], `(setSessionCookie(${res}, ${session}), `);
    changes.insert(response.range[1], ')');
  }
  return true;
}

function written({ name, local }: { readonly name: string; readonly local: string }): string {
  return name === local ? name : `${name}: ${local}`;
}

/** An object that is sent with tokens and other things in it, of which only the shape is known here. */
interface GivenObject {
  readonly node: Node;
  /** The body that it is spread into, where it is not sent by itself. */
  readonly literal?: TSESTree.ObjectExpression;
  /** The names of the tokens in it. */
  readonly tokens: readonly string[];
}

function givenIn(context: CodemodContext, response: TSESTree.CallExpression, exposures: readonly BodyExposure[]): GivenObject | undefined {
  const sent = argumentAt(response, 0);
  const literal = sent && bare(sent).type === 'ObjectExpression' ? (bare(sent) as TSESTree.ObjectExpression) : undefined;
  const spread = literal?.properties.filter((one) => one.type === 'SpreadElement') ?? [];
  const node = literal ? spread[0]?.argument : (wholeWithin(context.file, response, exposures) ?? sent);
  if (!node || spread.length > 1) return undefined;
  const tokens = tokensOf(context, node, exposures, literal !== undefined);
  return tokens.some((name) => !isRefresh(name)) ? { node, tokens, ...(literal && { literal }) } : undefined;
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

function isRefresh(name: string): boolean {
  return readName(name).kind === 'refresh token';
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
