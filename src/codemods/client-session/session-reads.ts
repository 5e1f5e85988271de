import type { SessionSource } from '../../apis/auth/index.ts';
import { clientSessions } from '../../apis/auth/index.ts';
import { functionsCalled, reachOf } from '../../flow/back.ts';
import type { Location } from '../../flow/location.ts';
import { locationOf } from '../../flow/location.ts';
import type { Node, TSESTree } from '../../syntax/nodes.ts';
import { bare, dressed, isAssignmentTarget, memberName, propertyName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import type { Way } from './made-sessions.ts';
import { propGiven, propTaken } from './page-props.ts';

/** A place that takes something out of a session. */
export interface SessionRead {
  readonly file: SourceFile;
  /** The member, or the property of a pattern; the call that reads a copy out of a storage. */
  readonly node: TSESTree.MemberExpression | TSESTree.Property | TSESTree.CallExpression;
  /** The way from the session down to what is taken. */
  readonly path: Way;
  /** The expression that it is taken out of, and which part of a session that is. Undefined in a parameter's pattern. */
  readonly of: Node | undefined;
  readonly source: SessionSource;
}

/** What reads of sessions are found by. */
interface Found {
  readonly reads: SessionRead[];
  readonly seen: Set<Location>;
  readonly source: SessionSource;
}

/** Everything that files take out of sessions, wherever these are handed. */
export function sessionReads(files: readonly SourceFile[]): SessionRead[] {
  const reads: SessionRead[] = [];
  for (const file of files) {
    for (const api of clientSessions) {
      if (!api.hint.test(file.text) && !mayUseAuth(file)) continue;
      for (const source of api.sources(file)) {
        const from = locationOf(file, source.node, source.path);
        const found: Found = { reads, seen: new Set(), source };
        if (from) follow(from, [], found);
        // A parameter, or what a call gives, that is taken apart at once.
        takeApart(file, patternOf(source.node), source.path, [], undefined, found);
      }
    }
  }
  return unique(reads);
}

/** `auth` is a name of the app's own module. */
function mayUseAuth({ text }: SourceFile): boolean {
  return /\bauth\(/.test(text);
}

/** A pattern that takes a value apart where it is made: of a parameter, of a variable. */
function patternOf(node: Node): Node | undefined {
  if (node.type === 'ObjectPattern' || node.type === 'ArrayPattern') return node;
  const { parent } = dressed(node);
  return parent?.type === 'VariableDeclarator' && parent.init && bare(parent.init) === bare(node) ? parent.id : undefined;
}

/** Follows a part of a session forwards, and what is taken out of it. */
function follow(from: Location, prefix: Way, found: Found): void {
  if (found.seen.has(from) || prefix.length > 5) return;
  found.seen.add(from);
  for (const at of reachOf(from) ?? [from]) if (at.path.length === 0) takeAt(at, prefix, found);
}

/** What is taken out of a part of a session where it stands. */
function takeAt({ file, node }: Location, prefix: Way, found: Found): void {
  const at = dressed(node);
  const { parent } = at;
  const prop = propGiven(node);
  if (prop) takeProp(file, prop, prefix, found);
  switch (parent?.type) {
    case 'MemberExpression':
      if (bare(parent.object) === bare(node)) takeMember(file, parent, prefix, found);
      return;
    case 'VariableDeclarator':
      if (parent.init === at) takeApart(file, parent.id, [], prefix, node, found);
      return;
    case 'AssignmentExpression':
      if (parent.right === at) takeApart(file, parent.left, [], prefix, node, found);
      return;
    case 'CallExpression': {
      const index = parent.arguments.indexOf(at as TSESTree.CallExpressionArgument);
      for (const { file: home, node: fn } of index < 0 ? [] : functionsCalled(file, parent))
        takeApart(home, fn.params[index], [], prefix, undefined, found);
    }
  }
}

/** What a page takes out of a session that its `getServerSideProps` hands it. */
function takeProp(file: SourceFile, prop: TSESTree.Property, prefix: Way, found: Found): void {
  const ofPage = { ...found, source: { ...found.source, side: 'page' as const } };
  for (const taken of propTaken(file, propertyName(prop) ?? '')) {
    const value = taken.type === 'Property' ? taken.value : taken;
    if (value.type === 'ObjectPattern') takeApart(file, value, [], prefix, undefined, ofPage);
    else follow(locationOf(file, value.type === 'AssignmentPattern' ? value.left : value), prefix, ofPage);
  }
}

function takeMember(file: SourceFile, node: TSESTree.MemberExpression, prefix: Way, found: Found): void {
  const name = memberName(node);
  if (name === undefined || isAssignmentTarget(node)) return;
  const path = [...prefix, name];
  found.reads.push({ file, node, path, of: node.object, source: found.source });
  follow(locationOf(file, node), path, found);
}

/**
 * What a pattern takes out.
 *
 * @param way The way from the value down to the session, or to the part of it that is meant.
 */
function takeApart(file: SourceFile, pattern: Node | undefined, way: Way, prefix: Way, of: Node | undefined, found: Found): void {
  const inner = pattern?.type === 'AssignmentPattern' ? pattern.left : pattern;
  if (inner?.type !== 'ObjectPattern') return;
  const [step, ...rest] = way;
  for (const property of inner.properties) {
    const name = property.type === 'Property' ? propertyName(property) : undefined;
    if (property.type !== 'Property' || name === undefined) continue;
    if (step !== undefined) {
      if (name === step) takeApart(file, property.value, rest, prefix, undefined, found);
      continue;
    }
    const path = [...prefix, name];
    found.reads.push({ file, node: property, path, of, source: found.source });
    const value = property.value.type === 'AssignmentPattern' ? property.value.left : property.value;
    if (value.type === 'Identifier') follow(locationOf(file, value), path, found);
    else takeApart(file, value, [], path, undefined, found);
  }
}

function unique(reads: readonly SessionRead[]): SessionRead[] {
  return [...new Map(reads.map((read) => [read.node, read])).values()];
}
