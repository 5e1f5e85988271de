import { readName } from '../../credentials/names.ts';
import { indentationAt, startsLine, styleOf } from '../../edits/style.ts';
import type { BodyExposure } from '../../exposures/index.ts';
import { argumentAt } from '../../syntax/functions.ts';
import type { Node, TSESTree } from '../../syntax/nodes.ts';
import { bare, dressed } from '../../syntax/nodes.ts';
import { shapeOf } from '../../syntax/objects.ts';
import { textOf } from '../../syntax/source-file.ts';
import type { CodemodContext } from '../define-codemod.ts';
import { importPath } from '../facts.ts';
import { freshName } from './token-reads.ts';

/**
 * `res.json(await signIn(req.body))`: what a function gives back is sent whole, tokens and all. They are taken out where
 * it is sent: `const { token, ...answer } = await signIn(req.body)`, and the function stays as it is for its other callers.
 *
 * @returns Whether the answer is one that is sent so, and was rewritten.
 */
export function moveGivenBack(context: CodemodContext, response: TSESTree.CallExpression, exposures: readonly BodyExposure[], res: string): boolean {
  const { file, changes, facts } = context;
  const sent = argumentAt(response, 0);
  const tokens = sent && bare(sent).type !== 'ObjectExpression' ? tokensOf(context, sent, exposures) : [];
  const [session, refresh] = [tokens.find((name) => !isRefresh(name)), tokens.find(isRefresh)];
  const outer = dressed(response);
  const statement = outer.parent?.type === 'ExpressionStatement' || outer.parent?.type === 'ReturnStatement' ? outer.parent : undefined;
  const isInBlock = statement !== undefined && startsLine(file.text, statement) && (statement.parent.type === 'BlockStatement' || statement.parent.type === 'SwitchCase');
  if (!sent || session === undefined || !isInBlock) return false;
  const style = styleOf(file);
  const scope = statement.parent;
  const local = (wanted: string): string => freshName(context, scope, [wanted, `${wanted}OfSession`]);
  const names = tokens.map((name) => ({ name, local: local(name) }));
  const [rest, end] = [local('answer'), local('expiresAt')];
  const nameOf = (name: string): string => names.find((one) => one.name === name)!.local;
  const source = importPath(file.path, facts.server.sessionCookie);
  const set = (setter: string, token: string): string => {
    changes.addImport({ source, imported: setter, local: setter });
    return `${setter}(${res}, ${nameOf(token)})`;
  };
  const pattern = names.map((one) => (one.name === one.local ? one.name : `${one.name}: ${one.local}`)).join(', ');
  const isServerPhase = facts.phase === 'server';
  const whole = isServerPhase && sent.type !== 'Identifier' ? rest : textOf(file, sent);
  const lines = [
    ...(isServerPhase && sent.type !== 'Identifier' ? [`const ${rest} = ${textOf(file, sent)}`] : []),
    `const { ${pattern}${isServerPhase ? '' : `, ...${rest}`} } = ${whole}`,
    ...(refresh === undefined ? [] : [set('setSessionCookie', session)]),
    `const ${end} = ${refresh === undefined ? set('setSessionCookie', session) : set('setRefreshCookie', refresh)}`,
  ];
  const indentation = indentationAt(file.text, statement.range[0]);
  changes.insert(statement.range[0], lines.map((line) => line + style.semicolon + style.lineEnd + indentation).join(''));
  changes.replace(sent, `{ ...${isServerPhase ? whole : rest}, expires_at: ${end} }`);
  return true;
}

function isRefresh(name: string): boolean {
  return readName(name).kind === 'refresh token';
}

/** The names of the tokens in what is sent, where all that was found in it stands there by name. */
function tokensOf({ file }: CodemodContext, sent: Node, exposures: readonly BodyExposure[]): string[] {
  const entries = [...(shapeOf({ file, node: sent })?.entries.values() ?? [])].filter(({ name }) => /^(?:credential|likely)$/.test(readName(name).verdict) && /^[\w$]+$/.test(name));
  const isKnown = exposures.every(({ node }) => node === sent || bare(sent) === node || entries.some((entry) => entry.node === node || entry.value === node));
  return isKnown ? entries.map(({ name }) => name) : [];
}
