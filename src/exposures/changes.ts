import type { OwnFunction } from '../apis/middleware/index.ts';
import { either } from '../credentials/alternatives.ts';
import { staticText } from '../flow/static-text.ts';
import { calleeName, callsOf } from '../syntax/functions.ts';
import type { CallNode, Node } from '../syntax/nodes.ts';
import { contains } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';

/** What databases' methods that change something are called: of Mongoose, Sequelize, Prisma, Knex, TypeORM, Drizzle, Mongo's own. */
const CHANGES = either([
  /^(?:save|create|insert|update|delete|remove|destroy|upsert|replace|increment|decrement|restore|truncate)$/,
  /^(?:insert|update|delete|create|replace|upsert)(?:One|Many|All|AndReturn)$/,
  /^find(?:One|ById)?And(?:Update|Delete|Remove|Replace)$/,
  /^bulk(?:Create|Write|Insert|Update)$/,
]);
/** What texts of SQL that change something begin with. */
const CHANGES_BY_SQL = /^\s*(?:insert|update|delete|replace|truncate|merge)\s/i;
const RUNS_SQL = /^(?:query|execute|run|exec|prepare|raw|\$executeRaw\w*)$/;
/** Map and Set have `delete`, hashes `update`, and nobody's data is in a cache of the process. */
const OF_THE_PROCESS =
  /^(?:cache|cookies|headers|params|search_?params|session|store|map|set|hash|hmac|createHash|createHmac|Object|axios)$/i;

/** Whether a function changes what a database keeps, by what it calls. */
export function changesSomething({ file, node }: OwnFunction): boolean {
  return callsOf(file).some((call) => contains(node, call) && isChange(file, call));
}

/** Whether a call changes what a database keeps: `Note.create(…)`, `db.query('DELETE …')`. */
export function isChange(file: SourceFile, call: CallNode): boolean {
  if (call.type !== 'CallExpression' || call.callee.type !== 'MemberExpression') return false;
  const name = calleeName(call) ?? '';
  const { object } = call.callee;
  const [text] = call.arguments;
  if (CHANGES.test(name)) return !OF_THE_PROCESS.test(nameOfObject(object) ?? '') && !(name === 'replace' && isOfText(call.arguments));

  return RUNS_SQL.test(name) && text !== undefined && CHANGES_BY_SQL.test(staticText(file, text) ?? beginningOf(text) ?? '');
}

/** `status.replace('-', '')`: what stands in the place of a piece of text, or of what a pattern matches. */
function isOfText([searched, instead]: CallNode['arguments']): boolean {
  if (!searched || !instead) return false;
  return (
    searched.type === 'Literal' || searched.type === 'TemplateLiteral' || /^(?:Literal|TemplateLiteral|\w*Function\w*)$/.test(instead.type)
  );
}

/** `map` of `map.delete(key)`, `createHash` of `createHash('sha256').update(text)`. */
function nameOfObject(object: Node): string | undefined {
  if (object.type === 'Identifier') return object.name;
  return object.type === 'CallExpression' ? calleeName(object) : undefined;
}

/** The fixed beginning of a template: `` `DELETE FROM notes WHERE id = ${id}` ``. */
function beginningOf(node: Node): string | undefined {
  if (node.type === 'TaggedTemplateExpression') return beginningOf(node.quasi);
  return node.type === 'TemplateLiteral' ? node.quasis[0]?.value.raw : undefined;
}
