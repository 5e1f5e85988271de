import { productionBranch } from './environment.ts';
import type { Place } from './resolve.ts';
import { resolveValue } from './resolve.ts';
import { returnsOf, usesOf } from '../syntax/functions.ts';
import type { Node, TSESTree } from '../syntax/nodes.ts';
import { dressed, isFunction, memberName, propertyName } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';

/** A property of an object as it is when the program runs: spreads and variables looked through. */
export interface ObjectEntry {
  readonly name: string;
  readonly file: SourceFile;
  /** The property or assignment as written, which may stand in another object or file than the one that was asked about. */
  readonly node: TSESTree.Property | TSESTree.AssignmentExpression;
  readonly value: Node;
}

/** What is known of an object's properties. */
export interface ObjectShape {
  /** Last one wins, as at run time. */
  readonly entries: ReadonlyMap<string, ObjectEntry>;
  /** Whether something was spread in, computed or assigned that could not be looked into, so that more may be there. */
  readonly open: boolean;
  /** The literal that the object is, or its base. */
  readonly literal?: TSESTree.ObjectExpression;
}

/**
 * The shape of the object that an expression gives, through variables, spreads, `Object.assign`, helpers that return an
 * object, and imports (where the project's links are known). Undefined where it is no object that can be seen.
 */
export function shapeOf(place: Place, steps = 6): ObjectShape | undefined {
  if (steps <= 0) return undefined;
  const { file, node } = resolveValue(place);
  return shapeOfValue(file, node, steps);
}

function shapeOfValue(file: SourceFile, node: Node, steps: number): ObjectShape | undefined {
  switch (node.type) {
    case 'ObjectExpression':
      return shapeOfLiteral(file, node, steps);
    case 'CallExpression':
      return assigned(file, node, steps) ?? returned(file, node, steps);
    case 'ConditionalExpression': {
      const inProduction = productionBranch(file, node);
      if (inProduction) return shapeOf({ file, node: inProduction }, steps - 1);
      // Either may be meant: what one of them lacks may be missing.
      const one = shapeOf({ file, node: node.consequent }, steps - 1);
      const other = shapeOf({ file, node: node.alternate }, steps - 1);
      return one && other ? common(one, other) : undefined;
    }
    case 'LogicalExpression':
      return shapeOf({ file, node: node.right }, steps - 1);
    default:
      return undefined;
  }
}

/** `options.secure = true`, `settings.cookie.secure = true`, wherever it stands: what is set at all is set on purpose. */
function assignedLater(file: SourceFile, literal: TSESTree.ObjectExpression): ObjectEntry[] {
  const steps: string[] = [];
  let at = dressed(literal);
  for (
    let property = at.parent;
    property?.type === 'Property' && property.value === at && property.parent.type === 'ObjectExpression';
    property = at.parent
  ) {
    steps.unshift(propertyName(property) ?? '');
    at = dressed(property.parent);
  }
  if (at.parent?.type !== 'VariableDeclarator' || at.parent.init !== at || at.parent.id.type !== 'Identifier') return [];
  return usesOf({ file, node: at.parent.id }).flatMap((use) => {
    let member: Node = use;
    for (const step of steps) {
      const next: Node | undefined = member.parent;
      if (next?.type !== 'MemberExpression' || next.object !== member || memberName(next) !== step) return [];
      member = next;
    }
    const target = member.parent;
    if (
      target?.type !== 'MemberExpression' ||
      target.object !== member ||
      target.parent.type !== 'AssignmentExpression' ||
      target.parent.left !== target
    )
      return [];
    const name = memberName(target);
    return name === undefined ? [] : [{ name, file, node: target.parent, value: target.parent.right }];
  });
}

function shapeOfLiteral(file: SourceFile, literal: TSESTree.ObjectExpression, steps: number): ObjectShape {
  const entries = new Map<string, ObjectEntry>();
  let open = false;
  for (const property of literal.properties) {
    if (property.type === 'SpreadElement') {
      open = !spreadInto(entries, { file, node: property.argument }, steps) || open;
      continue;
    }
    const name = propertyName(property);
    if (name === undefined) open = true;
    else entries.set(name, { name, file, node: property, value: property.value });
  }
  for (const entry of assignedLater(file, literal)) entries.set(entry.name, entry);
  return { entries, open, literal };
}

/** Adds what a spread brings. `...(condition && { a })` and `...(condition ? { a } : {})` may bring nothing: not certain. */
function spreadInto(entries: Map<string, ObjectEntry>, place: Place, steps: number): boolean {
  const { file, node } = resolveValue(place);
  const isConditional = node.type === 'LogicalExpression' || node.type === 'ConditionalExpression';
  const branches =
    node.type === 'LogicalExpression' ? [node.right] : node.type === 'ConditionalExpression' ? [node.consequent, node.alternate] : [node];
  let known = true;
  for (const branch of branches) {
    const shape = shapeOf({ file, node: branch }, steps - 1);
    if (!shape || shape.open) known = false;
    for (const [name, entry] of shape?.entries ?? []) if (!isConditional || !entries.has(name)) entries.set(name, entry);
  }
  return known;
}

function assigned(file: SourceFile, call: TSESTree.CallExpression, steps: number): ObjectShape | undefined {
  const { callee } = call;
  if (
    callee.type !== 'MemberExpression' ||
    callee.object.type !== 'Identifier' ||
    callee.object.name !== 'Object' ||
    callee.property.type !== 'Identifier' ||
    callee.property.name !== 'assign'
  )
    return undefined;
  const entries = new Map<string, ObjectEntry>();
  let open = false;
  for (const argument of call.arguments)
    open = argument.type === 'SpreadElement' || !spreadInto(entries, { file, node: argument }, steps) || open;
  return { entries, open };
}

function returned(file: SourceFile, call: TSESTree.CallExpression, steps: number): ObjectShape | undefined {
  const fn = resolveValue({ file, node: call.callee });
  if (!isFunction(fn.node)) return undefined;
  const [first, ...others] = returnsOf(fn.node).map((one) => shapeOf({ file: fn.file, node: one }, steps - 1));
  return others.reduce((one, other) => one && other && common(one, other), first);
}

function common(one: ObjectShape, other: ObjectShape): ObjectShape {
  return {
    entries: new Map([...one.entries].filter(([name]) => other.entries.has(name))),
    open: one.open || other.open,
    ...(one.literal && { literal: one.literal }),
  };
}
