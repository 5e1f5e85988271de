import { isOfPeople, isPasswordName } from '../credentials/sensitive-names.ts';
import { bindingOf, valuesOf, variableOf } from '../syntax/bindings.ts';
import { resolveValue } from '../flow/resolve.ts';
import { argumentAt, calleeName, callsOf } from '../syntax/functions.ts';
import type { CallNode, Node, TSESTree } from '../syntax/nodes.ts';
import { bare, contains, enclosingFunction, memberName, propertyName } from '../syntax/nodes.ts';
import { originOf } from '../flow/origin.ts';
import { runtimeAt } from '../syntax/runtime.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { nodesOf, perFile, textOf } from '../syntax/source-file.ts';
import { staticText } from '../flow/static-text.ts';
import type { PasswordExposure } from './jwt-exposures.ts';
import { passwordInBody } from './logged-bodies.ts';
import { comesFromRequest } from './sent-values.ts';
import { whole } from '../credentials/alternatives.ts';

/** Text without which no file handles a password. */
export const PASSWORD_HINT = /passw(?:or)?d|pwd|@Body/i;

/** Passwords that a server keeps, compares or logs as they were typed. */
export const passwordExposures = perFile((file): readonly PasswordExposure[] => {
  const found = new Map<Node, PasswordExposure>();
  for (const one of [...compared(file), ...stored(file), ...logged(file)]) {
    // Not inside one that was found: a record that is both stored and looked for is one defect.
    if (!found.has(one.node) && runtimeAt(file, one.node) === 'server') found.set(one.node, one);
  }
  return [...found.values()];
});

/** The name of a password as it was typed: a field of the request, or a parameter that nothing hashes. */
function typedPassword(file: SourceFile, node: Node): string | undefined {
  const inner = bare(node);
  const name = nameOf(inner);
  if (name === undefined || !isPasswordName(name) || !comesFromRequest(file, inner) || isReplaced(file, inner)) return undefined;
  return name;
}

function nameOf(node: Node): string | undefined {
  return node.type === 'Identifier' ? node.name : node.type === 'MemberExpression' ? memberName(node) : undefined;
}

/** `req.body.password = await hash(…)`, `password = await hash(…)`: by the time it is used it is another thing. */
function isReplaced(file: SourceFile, node: Node): boolean {
  const fn = enclosingFunction(node);
  const text = textOf(file, node);
  return nodesOf(file, 'AssignmentExpression').some(
    ({ left, range }) => range[0] < node.range[0] && textOf(file, left) === text && (!fn || contains(fn, left)),
  );
}

/** `user.password === req.body.password`: a record's against what was typed. */
function* compared(file: SourceFile): Generator<PasswordExposure> {
  for (const node of nodesOf(file, 'BinaryExpression')) {
    if (!/^[!=]==?$/.test(node.operator)) continue;
    const sides = [bare(node.left), bare(node.right)];
    const record = sides.find((side) => isRecordPassword(file, side));
    const other = sides.find((side) => side !== record);
    const name = record && other && (typedPassword(file, other) ?? parameterNamed(file, other));
    if (name !== undefined) yield { kind: 'plaintext-password', file, node, problem: 'compared', name: textOf(file, record!) };
  }
}

/** `user.password`: of something that is no request, no form and no configuration. */
function isRecordPassword(file: SourceFile, node: Node): boolean {
  if (node.type !== 'MemberExpression' || !isPasswordName(memberName(node) ?? '') || comesFromRequest(file, node)) return false;
  const holder = bare(node.object);
  const name = nameOf(holder) ?? '';
  if (
    /^(?:env|process|config|values?|form|formData|data|input|dto|body|state|errors?|req|settings|options|opts|props|credentials?)$/i.test(
      name,
    )
  )
    return false;
  return /user|account|member|customer|admin|employee|person|profile|row|record|result|found|existing|doc|student|patient/i.test(name);
}

/** A parameter called for what it is: `authenticate(name, password)`. */
function parameterNamed(file: SourceFile, node: Node): string | undefined {
  const variable = node.type === 'Identifier' && isPasswordName(node.name) ? variableOf(file, node) : undefined;
  return variable && bindingOf(variable).kind === 'parameter' && valuesOf(variable).length === 0
    ? (node as TSESTree.Identifier).name
    : undefined;
}

/** Calls that write a record, by whose they are: these run no hooks of the app's, or the hooks are in the same file. */
const WRITES = whole(`
  create createMany insert insertOne insertMany update updateOne upsert values set save findOneAndUpdate
  findByIdAndUpdate build returning
`);

function* stored(file: SourceFile): Generator<PasswordExposure> {
  for (const call of callsOf(file)) {
    const given = call.arguments.flatMap((one) => (one.type === 'SpreadElement' ? [] : [...passwordsIn(one)]));
    if (given.length === 0 && !IN_STATEMENT.test(calleeName(call) ?? '')) continue;
    const isLookup = looksUp(file, call);
    if (!isLookup && !isWrite(file, call)) continue;
    const table = tableOf(file, call);
    if (table !== undefined && !isOfPeople(table)) continue;
    for (const property of given) {
      const name = typedPassword(file, property.value);
      if (name !== undefined) yield { kind: 'plaintext-password', file, node: property, problem: isLookup ? 'compared' : 'stored', name };
    }
    yield* inStatement(file, call);
  }
}

/** Calls that are given a statement of SQL. */
const IN_STATEMENT = /^(?:query|execute|run)$/;

function* passwordsIn(node: Node, depth = 4): Generator<TSESTree.Property> {
  const inner = bare(node);
  if (inner.type !== 'ObjectExpression' || depth <= 0) return;
  for (const property of inner.properties) {
    if (property.type !== 'Property') continue;
    if (isPasswordName(propertyName(property) ?? '')) yield property;
    else yield* passwordsIn(property.value, depth - 1);
  }
}

function isWrite(file: SourceFile, call: CallNode): boolean {
  const name = calleeName(call) ?? '';
  if (call.type === 'NewExpression') return isModelHere(file, call.callee);
  if (IN_STATEMENT.test(name)) return takesStatement(file, call);
  if (!WRITES.test(name) || call.callee.type !== 'MemberExpression') return false;
  // Prisma, drizzle and knex write what they are given; a model may hash in a hook, which only its own file shows.
  return writesAsGiven(file, call.callee.object) || isModelHere(file, call.callee.object);
}

/** A text of SQL first, or an object with one: `createUser.execute({ email, password })` is a use case, which may hash. */
function takesStatement(file: SourceFile, call: CallNode): boolean {
  const given = argumentAt(call, 0);
  const { node } = given ? resolveValue({ file, node: given }) : { node: undefined };
  if (node?.type === 'ObjectExpression')
    return node.properties.some((one) => one.type === 'Property' && /^(?:text|sql|query|statement)$/.test(propertyName(one) ?? ''));
  return node !== undefined && node.type !== 'NewExpression';
}

/** `User.findOne({ email, password })`: found only where the record holds the password as it was typed. */
function looksUp(file: SourceFile, { callee }: CallNode): boolean {
  if (callee.type !== 'MemberExpression' || !/^(?:findOne|findFirst|findOneBy|findAll|count|exists)$/.test(memberName(callee) ?? ''))
    return false;
  const object = bare(callee.object);
  return /^[A-Z]/.test(nameOf(object) ?? '') || writesAsGiven(file, object);
}

/** The table or model that a call is about, where its name can be seen: `user` of `prisma.user.create`, `users` of `db.insert(users)`. */
function tableOf(file: SourceFile, call: CallNode): string | undefined {
  const [statement] = call.arguments;
  if (IN_STATEMENT.test(calleeName(call) ?? ''))
    return statement && /\b(?:into|update|from)\s+["'`[]?(?:\w+["'`\]]?\.["'`[]?)?(\w+)/i.exec(textOf(file, statement))?.[1];
  if (call.type === 'NewExpression') return nameOf(bare(call.callee));
  let at: Node = call;
  for (let steps = 0; steps < 6 && at.type === 'CallExpression'; steps++) {
    // knex('users'), db.insert(users), db.collection('users')
    if (at !== call && (at.callee.type === 'Identifier' || /^(?:insert|update|collection|into|from|table)$/.test(calleeName(at) ?? '')))
      return namedBy(file, argumentAt(at, 0));
    if (at.callee.type !== 'MemberExpression') return undefined;
    at = bare(at.callee.object);
  }
  return nameOf(at);
}

function namedBy(file: SourceFile, node: Node | undefined): string | undefined {
  return node && (staticText(file, node) ?? nameOf(bare(node)));
}

/** `prisma.user.create`, `db.insert(users).values`, `knex('users').insert`, `db.collection('users').insertOne`. */
function writesAsGiven(file: SourceFile, node: Node): boolean {
  let at = bare(node);
  for (let steps = 0; steps < 6; steps++) {
    if (at.type === 'CallExpression') {
      if (/^(?:insert|update|collection|into|table)$/.test(calleeName(at) ?? '')) return true;
      at = bare(at.callee);
    } else if (at.type === 'MemberExpression') {
      // this.prisma.user, ctx.db
      if (/^(?:prisma|knex|db|prismaService)$/i.test(memberName(at) ?? '')) return true;
      at = bare(at.object);
    } else break;
  }
  return (
    at.type === 'Identifier' &&
    (/prisma|knex|^db$/i.test(at.name) || /^(?:@prisma\/client#PrismaClient<new>|knex#\(\))/.test(originOf(file, at) ?? '')) &&
    !/hash|encrypt/i.test(at.name)
  );
}

/** A mongoose or Sequelize model whose file can be seen, and in which nothing hashes. */
function isModelHere(file: SourceFile, node: Node): boolean {
  const { file: home, node: made } = resolveValue({ file, node });
  const isModel = made.type === 'CallExpression' && /^(?:model|define|init)$/.test(calleeName(made) ?? '');
  return isModel && !/bcrypt|argon2|scrypt|pbkdf2|hash|encrypt|passport-local-mongoose/i.test(home.text);
}

const STATEMENT = /\b(?:insert\s+into|update|select)\b/i;

/** `db.query('INSERT INTO users (name, password) VALUES (?, ?)', [name, password])`. */
function* inStatement(file: SourceFile, call: CallNode): Generator<PasswordExposure> {
  const [statement, values] = [0, 1].map((i) => argumentAt(call, i));
  if (!statement || !values || !IN_STATEMENT.test(calleeName(call) ?? '')) return;
  if (!STATEMENT.test(textOf(file, statement)) || !/passw(?:or)?d/i.test(textOf(file, statement))) return;
  const { node } = resolveValue({ file, node: values });
  if (node.type !== 'ArrayExpression') return;
  for (const element of node.elements) {
    const name = element && element.type !== 'SpreadElement' ? typedPassword(file, element) : undefined;
    if (element && name !== undefined)
      yield {
        kind: 'plaintext-password',
        file,
        node: element,
        problem: /\bselect\b/i.test(textOf(file, statement)) ? 'compared' : 'stored',
        name,
      };
  }
}

function* logged(file: SourceFile): Generator<PasswordExposure> {
  for (const call of nodesOf(file, 'CallExpression')) {
    if (
      !/^(?:log|info|warn|error|debug|trace)$/.test(calleeName(call) ?? '') ||
      call.callee.type !== 'MemberExpression' ||
      !/^(?:console|log|logger|winston|pino)$/i.test(nameOf(bare(call.callee.object)) ?? '')
    )
      continue;
    for (const argument of call.arguments) {
      const name = argument.type === 'SpreadElement' ? undefined : (typedPassword(file, argument) ?? passwordInBody(file, argument));
      if (name !== undefined) yield { kind: 'plaintext-password', file, node: argument, problem: 'logged', name };
    }
  }
}
