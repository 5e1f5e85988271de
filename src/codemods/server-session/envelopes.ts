import type { BodyExposure } from '../../exposures/index.ts';
import { bodyExposures } from '../../exposures/response-bodies.ts';
import { serversIn } from '../../exposures/server-apis.ts';
import { readName } from '../../credentials/names.ts';
import { destinationsOf } from '../../flow/back.ts';
import { constructorCalled } from '../../flow/calls.ts';
import type { Location } from '../../flow/location.ts';
import { locationOf } from '../../flow/location.ts';
import type { Place } from '../../flow/resolve.ts';
import { argumentAt, parameterOf } from '../../syntax/functions.ts';
import type { Node, TSESTree } from '../../syntax/nodes.ts';
import { bare, contains, dressed, memberName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf, perFile } from '../../syntax/source-file.ts';
import type { CodemodContext } from '../define-codemod.ts';

/** How many places an object is followed to on its way into a body. */
const MOST_PLACES = 200;

/** What a server sends as a body, and no helper around it. */
const bodiesOf = perFile(
  (file): ReadonlySet<Node> =>
    new Set(
      serversIn(file).flatMap((api) => (api.isOfOwnFunctions ? [] : [...(api.responses?.(file) ?? [])].map(({ body }) => bare(body.node)))),
    ),
);

/** The way down from a body to an object that is sent in it: `data` of `res.json({ data })`. Undefined where it is not seen. */
function wayInBody({ file, node }: Place): readonly string[] | undefined {
  const found = new Set([locationOf(file, node)]);
  for (const at of found) {
    if (bodiesOf(at.file).has(bare(at.node))) return at.path;
    if (found.size < MOST_PLACES) for (const next of [...destinationsOf(at), ...instancesWith(at)]) found.add(next);
  }
  return undefined;
}

/** The instance that a constructor keeps an argument in, as its `data`: whatever sends it reads its fields. */
function instancesWith({ file, node, path }: Location): Location[] {
  const at = dressed(node);
  const { parent } = at;
  if (parent?.type !== 'NewExpression') return [];
  const field = fieldOf(file, parent, parent.arguments.indexOf(at as TSESTree.CallExpressionArgument));
  const instance = field === undefined ? undefined : locationOf(file, parent, [field, ...path]);
  return instance ? [instance] : [];
}

/** The field that a constructor puts an argument into. */
function fieldOf(file: SourceFile, made: TSESTree.NewExpression, index: number): string | undefined {
  const called = index < 0 ? undefined : constructorCalled(file, made);
  const parameter = called?.node.params[index];
  if (!called || !parameter) return undefined;
  if (parameter.type === 'TSParameterProperty') return parameter.parameter.type === 'Identifier' ? parameter.parameter.name : undefined;
  const assigned = nodesOf(called.file, 'AssignmentExpression').find(
    ({ left, right }) =>
      contains(called.node, left) &&
      left.type === 'MemberExpression' &&
      left.object.type === 'ThisExpression' &&
      parameterOf(called.file, bare(right))?.index === index,
  );
  return assigned?.left.type === 'MemberExpression' ? memberName(assigned.left) : undefined;
}

/** The envelopes in which a server answers with tokens. */
export function envelopesOf(files: readonly SourceFile[]): readonly (readonly string[])[] {
  const ways = new Map<string, readonly string[]>();
  for (const file of files) {
    for (const exposure of bodyExposures(file)) {
      const way = wayInBody(holderOf(exposure));
      // Where the value itself was followed, the last name is the token's.
      if (way && way.length > 0 && !/^(?:credential|likely)$/.test(readName(way.at(-1)!).verdict)) ways.set(way.join('.'), way);
    }
  }
  return [...ways.values()];
}

/** The object that a token stands in. */
function holderOf({ file, node }: Pick<BodyExposure, 'file' | 'node'>): Place {
  return { file, node: node.parent?.type === 'ObjectExpression' ? node.parent : node };
}

/**
 * Marks a response whose `expires_at` stands where the generated client does not look. A page would seem signed out right after
 * signing in.
 *
 * @param object What the end is put into, or what it is put beside.
 */
export function nameEnvelope(context: CodemodContext, response: TSESTree.CallExpression, object: Node): void {
  const { file, facts } = context;
  const way = wayInBody({ file, node: object });
  if (way ? way.length === 0 || facts.client.envelopes.some((one) => one.join('.') === way.join('.')) : isAtTop(file, response, object))
    return;
  context.todo(
    response,
    'session-in-envelope',
    'this answers with the session inside an envelope, and pages look for `expires_at` at the top of the body. ' +
      'Answer it there as well, or call rememberSession() with the inner object where people sign in.',
  );
}

/** What is sent by a helper that is not to be seen is inside an envelope for all that is known, unless no other file is. */
function isAtTop(file: SourceFile, response: TSESTree.CallExpression, object: Node): boolean {
  const sent = argumentAt(response, 0);
  return sent !== undefined && (bare(sent) === bare(object) || (!file.links && bare(sent).type === 'Identifier'));
}
