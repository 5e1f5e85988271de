import type { TokenAlgorithm } from '../apis/jwt/index.ts';
import type { CallNode, Node } from '../syntax/nodes.ts';
import { dressed } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { perFile } from '../syntax/source-file.ts';
import { staticText } from '../flow/static-text.ts';
import { tokenSettingsOf } from './jwt-calls.ts';
import type { AlgorithmExposure } from './jwt-exposures.ts';
import { signingsOf } from './token-sources.ts';

/** Tokens that are signed with HMAC, so that whoever verifies them can make them: RFC 7518, section 3.1. */
export const algorithmExposures = perFile((file): readonly AlgorithmExposure[] => {
  const found = new Map<Node, AlgorithmExposure>();
  const all = [...[...signingsOf(file).values()].map((one) => ({ ...one, call: one.call ?? one.api.signCall })), ...tokenSettingsOf(file)];
  for (const { node, call, algorithm, lifetime } of all) {
    const name = algorithm && nameOf(algorithm);
    if (name === undefined || !/^HS(?:256|384|512)$/.test(name) || isPartOfFileName(node)) continue;
    const at = placed(file, node, algorithm!);
    // A call that says nothing at all is reported for what it does not say about its end.
    if (at === node.callee && lifetime === 'none') continue;
    if (!found.has(at)) found.set(at, { kind: 'symmetric-algorithm', file, node: at, algorithm: name, call });
  }
  return [...found.values()];
});

/** `'/screenshots/' + jwt.sign(id, secret) + '.png'`: a name that nobody guesses, and no session. */
function isPartOfFileName(node: Node): boolean {
  let at = dressed(node);
  while (at.parent?.type === 'BinaryExpression' && at.parent.operator === '+') at = dressed(at.parent);
  if (at.parent?.type === 'TemplateLiteral') return EXTENSION.test(at.parent.quasis.at(-1)?.value.raw ?? '');
  const last = at.type === 'BinaryExpression' ? at.right : undefined;
  return last?.type === 'Literal' && typeof last.value === 'string' && EXTENSION.test(last.value);
}

const EXTENSION = /^\.[a-z]\w{1,4}$/i;

function nameOf({ said, fallback }: TokenAlgorithm): string | undefined {
  return said ? staticText(said.file, said.node) : fallback;
}

/** Where the algorithm is said; else the object that the method is called of, which no other report is about. */
function placed(file: SourceFile, call: CallNode, { said }: TokenAlgorithm): Node {
  if (said?.file === file) return said.node;
  return call.callee.type === 'MemberExpression' ? call.callee.object : call.callee;
}
