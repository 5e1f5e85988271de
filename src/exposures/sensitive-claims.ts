import { isSensitiveName } from '../credentials/sensitive-names.ts';
import { splitWords } from '../credentials/words.ts';
import { readsOf, variableOf } from '../syntax/bindings.ts';
import type { Place } from '../flow/resolve.ts';
import { resolveValue } from '../flow/resolve.ts';
import type { LocatedCall } from '../flow/calls.ts';
import { calledFunction, callsTo } from '../flow/calls.ts';
import { argumentAt, calleeName, parameterOf } from '../syntax/functions.ts';
import type { CallNode, FunctionNode, Node, TSESTree } from '../syntax/nodes.ts';
import { bare, dressed, memberName } from '../syntax/nodes.ts';
import type { ObjectEntry } from '../flow/objects.ts';
import { shapeOf } from '../flow/objects.ts';
import { runtimeAt } from '../syntax/runtime.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { nodesOf, perFile, textOf } from '../syntax/source-file.ts';
import type { ClaimExposure } from './jwt-exposures.ts';
import { signingsOf } from './token-sources.ts';
import { whole } from '../credentials/alternatives.ts';

/** Text without which no file signs claims, or hands some to a function that does. */
export const CLAIMS_HINT = /jwt|jose\b|jsonwebtoken|token/i;

/** Claims of signed tokens that only the server should know. An encrypted token may carry them. */
export const claimExposures = perFile((file): readonly ClaimExposure[] => {
  const found = new Map<Node, ClaimExposure>();
  for (const { node, payload, isEncrypted, api, call = api.signCall } of signingsOf(file).values()) {
    if (!payload || isEncrypted || runtimeAt(file, node) === 'browser') continue;
    for (const one of [...claimsIn(file, node, payload), ...ofCallers(file, payload)])
      if (!found.has(one.node)) found.set(one.node, { ...one, call });
  }
  for (const one of handedToHelpers(file)) if (!found.has(one.node)) found.set(one.node, one);
  return [...found.values()];
});

/** How functions are called that sign what they are given. */
const SIGNS = /sign|token|jwt|issue|encode|claims/i;

/** The claims that a file hands to functions of other files which sign them: `signToken({ id, password })`. */
function handedToHelpers(file: SourceFile): ClaimExposure[] {
  if (!file.links) return [];
  return nodesOf(file, 'CallExpression').flatMap((call) => {
    const called = SIGNS.test(calleeName(call) ?? '') ? calledFunction(file, call) : undefined;
    if (!called || called.file === file || runtimeAt(file, call) === 'browser') return [];
    return [...signingsOf(called.file).values()].flatMap(({ payload, isEncrypted, api, call: signer = api.signCall }) => {
      const given = payload && !isEncrypted ? givenAs(called, payload, call) : undefined;
      return given ? claimsIn(file, call, given).map((one) => ({ ...one, call: signer })) : [];
    });
  });
}

/** What a call gives for the payload that a function signs: a parameter of its own, or one that is spread into it. */
function givenAs(called: LocatedCall<FunctionNode>, payload: Node, call: CallNode): Node | undefined {
  const { node } = resolveValue({ file: called.file, node: payload });
  const spread =
    node.type === 'ObjectExpression' ? node.properties.map((one) => (one.type === 'SpreadElement' ? one.argument : undefined)) : [];
  for (const one of [bare(payload), ...spread]) {
    const parameter = one && parameterOf(called.file, bare(one));
    if (parameter?.fn === called.node) return argumentAt(call, parameter.index);
  }
  return undefined;
}

type Found = Omit<ClaimExposure, 'call'>;

/** `const issue = (payload) => jwt.sign(payload, key)`: what the file's own calls of such a helper put into the token. */
function ofCallers(file: SourceFile, payload: Node): Found[] {
  const parameter = parameterOf(file, bare(payload));
  if (!parameter) return [];
  return callsTo(file, parameter.fn).flatMap((call) => {
    const given = argumentAt(call, parameter.index);
    return given ? claimsIn(file, call, given) : [];
  });
}

function claimsIn(file: SourceFile, call: CallNode, payload: Node): Found[] {
  const whole = documentIn({ file, node: payload });
  if (whole !== undefined) return [{ kind: 'sensitive-claim', file, node: payload, form: 'document', name: whole }];
  const entries = [...(shapeOf({ file, node: payload })?.entries.values() ?? [])];
  return [...entries.flatMap((entry) => ofEntry(file, entry, call)), ...spreadDocuments(file, payload)];
}

function ofEntry(file: SourceFile, entry: ObjectEntry, call: CallNode): Found[] {
  const node = entry.file === file ? entry.node : call.callee;
  const document = documentIn({ file: entry.file, node: entry.value });
  if (document !== undefined) return [{ kind: 'sensitive-claim', file, node, form: 'document', name: document }];
  const value = bare(entry.value);
  const own = value.type === 'MemberExpression' ? memberName(value) : value.type === 'Identifier' ? value.name : undefined;
  const name = [entry.name, own].find((one) => one !== undefined && isSensitiveName(one));
  // { h: hash(user.password) } tells nothing, and { password: true } no more; nor does a name whose value is plainly another thing.
  if (
    name === undefined ||
    !/^(?:Identifier|MemberExpression|Literal|TemplateLiteral|ArrayExpression|ObjectExpression|LogicalExpression)$/.test(value.type)
  )
    return [];
  if (value.type === 'Literal' && typeof value.value !== 'string') return [];
  return [{ kind: 'sensitive-claim', file, node, form: 'claim', name }];
}

/** `{ ...user }`, `{ ...user._doc, iat }`. */
function spreadDocuments(file: SourceFile, payload: Node): Found[] {
  const { file: home, node } = resolveValue({ file, node: payload });
  if (node.type !== 'ObjectExpression' || home !== file) return [];
  return node.properties.flatMap((property): Found[] => {
    const name = property.type === 'SpreadElement' ? documentIn({ file, node: property.argument }) : undefined;
    return name === undefined ? [] : [{ kind: 'sensitive-claim', file, node: property, form: 'document', name }];
  });
}

/** Methods of ORMs that give whole records: mongoose, Sequelize, TypeORM, Prisma. */
const FINDERS = whole([
  /find(?:One|ById|ByPk|Unique|First)/,
  /findOneBy/,
  /findOne(?:By)?OrFail/,
  /find(?:Unique|First)OrThrow/,
  /create/,
  /save/,
  /findOneAndUpdate/,
  /findByIdAndUpdate/,
  /findOrCreate/,
  /upsert/,
]);
/** Whose records hold a password, or what is nobody else's business. */
const PERSON = whole(`
  user users account accounts member members customer customers admin admins employee patient student teacher doctor
  person profile buyer seller vendor
`);
/** What leaves columns out, so that the record is not whole. */
const NARROWED = /\bselect\b|\battributes\b|\bomit\b|\bprojection\b|\.lean\(\)\s*\.pick/;

/** The name of the record that an expression is as a whole, or undefined. */
function documentIn(place: Place): string | undefined {
  const written = bare(place.node);
  const unwrapped = documentBehind(written);
  if (unwrapped !== undefined && isPerson(unwrapped)) return unwrapped;
  if (written.type !== 'Identifier' || isStripped(place.file, written)) return undefined;
  const { file, node } = resolveValue(place);
  if (node.type !== 'CallExpression' || !isRecordCall(file, node)) return undefined;
  return [written.name, ...chainNames(node)].some((one) => isPerson(one)) ? written.name : undefined;
}

/** `user` of mongoose's `user._doc` and `user.toObject()`. */
function documentBehind(node: Node): string | undefined {
  if (node.type === 'MemberExpression') return memberName(node) === '_doc' ? lastName(node.object) : undefined;
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return undefined;
  return calleeName(node) === 'toObject' && node.arguments.length === 0 ? lastName(node.callee.object) : undefined;
}

function isRecordCall(file: SourceFile, call: TSESTree.CallExpression): boolean {
  const names = chainNames(call);
  return (
    names.some((one) => FINDERS.test(one)) &&
    !NARROWED.test(textOf(file, call)) &&
    !/repository|service/i.test(names.join('.')) &&
    argumentAt(call, 0) !== undefined
  );
}

/** The names along `prisma.user.findUnique(…)`. */
function chainNames(call: TSESTree.CallExpression): string[] {
  const names: string[] = [];
  for (let at: Node = call; ;) {
    if (at.type === 'CallExpression') at = at.callee;
    else if (at.type === 'MemberExpression') {
      names.push(memberName(at) ?? '');
      at = bare(at.object);
    } else {
      if (at.type === 'Identifier') names.push(at.name);
      return names;
    }
  }
}

function lastName(node: Node): string {
  const inner = bare(node);
  return inner.type === 'Identifier' ? inner.name : inner.type === 'MemberExpression' ? (memberName(inner) ?? '') : '';
}

function isPerson(name: string): boolean {
  return splitWords(name).some((word) => PERSON.test(word));
}

/** `delete user.password`, `user.password = undefined`: what must not go out was taken out. */
function isStripped(file: SourceFile, name: TSESTree.Identifier): boolean {
  const variable = variableOf(file, name);
  return (
    variable !== undefined &&
    readsOf(variable).some((use) => {
      const member = use.parent;
      if (member?.type !== 'MemberExpression' || member.object !== use || !isSensitiveName(memberName(member) ?? '')) return false;
      const { parent } = dressed(member);
      return (
        (parent?.type === 'UnaryExpression' && parent.operator === 'delete') ||
        (parent?.type === 'AssignmentExpression' && parent.left === member)
      );
    })
  );
}
