import { callsOf } from '../syntax/functions.ts';
import type { CallNode } from '../syntax/nodes.ts';
import { memberName } from '../syntax/nodes.ts';
import type { Origin } from './origin.ts';
import { originOf } from './origin.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { perFile } from '../syntax/source-file.ts';

/** A call of something whose origin is known. */
export interface KnownCall {
  readonly node: CallNode;
  readonly origin: Origin;
}

interface Calls {
  readonly ofMethods: ReadonlyMap<string, readonly CallNode[]>;
  /** Calls of anything but a member: few of them have an origin. */
  readonly others: readonly KnownCall[];
}

const sorted = perFile((file): Calls => {
  const ofMethods = new Map<string, CallNode[]>();
  const others: KnownCall[] = [];
  for (const node of callsOf(file)) {
    if (node.callee.type === 'MemberExpression') {
      const name = memberName(node.callee) ?? '';
      const list = ofMethods.get(name);
      if (list) list.push(node);
      else ofMethods.set(name, [node]);
      continue;
    }
    const origin = originOf(file, node.callee);
    if (origin !== undefined) others.push({ node, origin });
  }
  return { ofMethods, others };
});

/**
 * The calls that may be of a library, with what they call. A method is told by its name first, because to follow every
 * callee of a file is dear; a function, which may have been renamed where it is imported, by its origin alone.
 *
 * @param methods The last names of what the library has.
 */
export function* callsAmong(file: SourceFile, methods: Iterable<string>): Generator<KnownCall> {
  const { ofMethods, others } = sorted(file);
  for (const name of methods) {
    for (const node of ofMethods.get(name) ?? []) {
      const origin = originOf(file, node.callee);
      if (origin !== undefined) yield { node, origin };
    }
  }
  yield* others;
}
