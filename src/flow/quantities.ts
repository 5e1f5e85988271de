import { bindingOf, readsOf, variableOf } from '../syntax/bindings.ts';
import type { ByType } from '../syntax/by-type.ts';
import { byType } from '../syntax/by-type.ts';
import { secondsIn, secondsOf } from '../syntax/durations.ts';
import { productionBranch } from './environment.ts';
import type { Place } from './resolve.ts';
import { resolveValue } from './resolve.ts';
import { argumentAt, calleeName } from '../syntax/functions.ts';
import type { Node, TSESTree } from '../syntax/nodes.ts';
import { bare, memberName, propertyName } from '../syntax/nodes.ts';
import { originOf } from './origin.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { nodesWithin } from '../syntax/source-file.ts';
import { staticText } from './static-text.ts';

/**
 * A number that may hang on the moment at which it is computed: `now` times the seconds since 1970, plus `rest`.
 * `Date.now() / 1000 + 60` is `{ now: 1, rest: 60 }`, `3600` is `{ now: 0, rest: 3600 }`; a Date counts milliseconds.
 */
export interface Quantity {
  readonly now: number;
  readonly rest: number;
}

const fixed = (rest: number): Quantity => ({ now: 0, rest });
const NOW: Quantity = { now: 1000, rest: 0 };

/** The values that an expression may have, as far as they can be known: both branches of a condition, every fallback. */
export function quantitiesOf(place: Place, steps = 10): Quantity[] {
  if (steps <= 0) return [];
  // Asked before the value is followed: what moves a date is said of its name.
  const moved = changed(place, steps);
  if (moved) return moved;
  const { file, node } = resolveValue(place);
  return byType(QUANTITIES, node, file, (child) => quantitiesOf({ file, node: child }, steps - 1)) ?? [];
}

type Inner = (node: Node) => Quantity[];

const QUANTITIES: ByType<Quantity[], [file: SourceFile, inner: Inner]> = {
  Literal: ({ value }) => {
    if (typeof value === 'number') return [fixed(value)];
    return typeof value === 'string' && /^\s*\d+\s*$/.test(value) ? [fixed(Number(value))] : [];
  },
  UnaryExpression: (node, _, inner) => {
    if (node.operator === '-') return inner(node.argument).map(({ now, rest }) => ({ now: -now, rest: -rest }));
    return node.operator === '+' ? inner(node.argument) : [];
  },
  BinaryExpression: (node, _, inner) =>
    inner(node.left).flatMap((left) => inner(node.right).flatMap((right) => COMBINED[node.operator]?.(left, right) ?? [])),
  ConditionalExpression: (node, file, inner) => {
    const inProduction = productionBranch(file, node);
    return inProduction ? inner(inProduction) : [...inner(node.consequent), ...inner(node.alternate)];
  },
  LogicalExpression: (node, _, inner) => (node.operator === '&&' ? inner(node.right) : [...inner(node.left), ...inner(node.right)]),
  NewExpression: (node, _, inner) => {
    if (calleeName(node) !== 'Date') return [];
    const of = argumentAt(node, 0);
    return of ? inner(of) : [NOW];
  },
  CallExpression: (node, file, inner) => ofCall(file, node, inner),
};

/** Math.floor for the impatient: x | 0, x >> 0. */
const rounded = (left: Quantity, right: Quantity): Quantity | undefined => (right.now === 0 && right.rest === 0 ? left : undefined);

/** What two quantities make together, by the operator between them, where that is one. */
const COMBINED: Readonly<Partial<Record<string, (left: Quantity, right: Quantity) => Quantity | undefined>>> = {
  '+': (left, right) => ({ now: left.now + right.now, rest: left.rest + right.rest }),
  '-': (left, right) => ({ now: left.now - right.now, rest: left.rest - right.rest }),
  '*': (left, right) => {
    if (left.now !== 0 && right.now !== 0) return undefined;
    return left.now === 0
      ? { now: right.now * left.rest, rest: right.rest * left.rest }
      : { now: left.now * right.rest, rest: left.rest * right.rest };
  },
  '/': (left, right) => (right.now === 0 && right.rest !== 0 ? { now: left.now / right.rest, rest: left.rest / right.rest } : undefined),
  '**': (left, right) => (left.now === 0 && right.now === 0 ? fixed(left.rest ** right.rest) : undefined),
  '|': rounded,
  '>>': rounded,
};

/** Functions that leave a number what it is, but for its fraction. */
const ROUNDING = /^(?:floor|ceil|round|trunc|Number|parseInt|parseFloat)$/;
/** Methods that give a moment in another form, by what they divide milliseconds by. */
const FORMS: ReadonlyMap<string, number> = new Map([
  ['getTime', 1],
  ['valueOf', 1],
  ['toDate', 1],
  ['toJSDate', 1],
  ['toISOString', 1],
  ['toUTCString', 1],
  ['toMillis', 1],
  ['unix', 1000],
  ['toSeconds', 1000],
  ['toUnixInteger', 1000],
]);
/** `addDays(date, 30)` of date-fns: https://date-fns.org/docs/addDays */
const ADDERS: ReadonlyMap<string, string> = new Map([
  ['addSeconds', 's'],
  ['addMinutes', 'm'],
  ['addHours', 'h'],
  ['addDays', 'd'],
  ['addWeeks', 'w'],
  ['addMonths', 'mo'],
  ['addYears', 'y'],
]);

function ofCall(file: SourceFile, call: TSESTree.CallExpression, inner: Inner): Quantity[] {
  const name = calleeName(call) ?? '';
  const first = argumentAt(call, 0);
  const object = call.callee.type === 'MemberExpression' ? call.callee.object : undefined;
  if (name === 'now' && isNamed(object, /^Date$/)) return [NOW];
  if (first && ROUNDING.test(name) && (!object || isNamed(object, /^(?:Math|Number)$/))) return inner(first);
  const adder = ADDERS.get(name);
  if (adder !== undefined && first) return inner(first).flatMap((moment) => added(moment, argumentAt(call, 1), adder, inner));
  return (object && ofMethod(call, object, name, inner)) ?? ofLibrary(file, call, first);
}

/** `until.getTime()`, `now.add(7, 'days')`, of what is in `until` and `now`. */
function ofMethod(call: TSESTree.CallExpression, object: Node, name: string, inner: Inner): Quantity[] | undefined {
  const form = FORMS.get(name);
  if (form !== undefined) return inner(object).map(({ now, rest }) => ({ now: now / form, rest: rest / form }));
  const first = argumentAt(call, 0);
  if (!first || (name !== 'add' && name !== 'plus')) return undefined;
  return inner(object).flatMap((moment) => grown(moment, first, argumentAt(call, 1), inner));
}

function isNamed(node: Node | undefined, names: RegExp): boolean {
  return node?.type === 'Identifier' && names.test(node.name);
}

/** `ms('7d')`, `dayjs()`, `moment()`, `DateTime.now()`. */
function ofLibrary(file: SourceFile, call: TSESTree.CallExpression, first: Node | undefined): Quantity[] {
  const origin = originOf(file, call.callee) ?? '';
  if (origin === 'ms#' && first) {
    const seconds = secondsOf(staticText(file, first) ?? '');
    return seconds === undefined ? [] : [fixed(seconds * 1000)];
  }
  return (/^(?:dayjs|moment)#(?:utc)?$/.test(origin) && !first) || /^luxon#DateTime\.(?:now|utc|local)$/.test(origin) ? [NOW] : [];
}

function added(moment: Quantity, amount: Node | undefined, unit: string, inner: Inner): Quantity[] {
  // M is a month in dayjs and moment, where m is a minute.
  const seconds = secondsIn(unit === 'M' ? 'mo' : unit);
  if (!amount || seconds === undefined) return [];
  return inner(amount).flatMap(({ now, rest }) => (now === 0 ? [{ now: moment.now, rest: moment.rest + rest * seconds * 1000 }] : []));
}

/** `.add(7, 'days')` of dayjs and moment, `.plus({ days: 7 })` of luxon. */
function grown(moment: Quantity, amount: Node, unit: Node | undefined, inner: Inner): Quantity[] {
  if (amount.type !== 'ObjectExpression') return added(moment, amount, unit?.type === 'Literal' ? String(unit.value) : 'ms', inner);
  return amount.properties.reduce<Quantity[]>(
    (found, property) => {
      if (property.type !== 'Property') return [];
      return found.flatMap((one) => added(one, property.value, propertyName(property) ?? '', inner));
    },
    [moment],
  );
}

/** `Date` setters by the unit that they count. */
const SETTERS: ReadonlyMap<string, string> = new Map([
  ['setSeconds', 's'],
  ['setMinutes', 'm'],
  ['setHours', 'h'],
  ['setDate', 'd'],
  ['setMonth', 'mo'],
  ['setFullYear', 'y'],
]);

/** `const until = new Date(); until.setDate(until.getDate() + 60)`: a moment that is moved after it is made. */
function changed({ file, node }: Place, steps: number): Quantity[] | undefined {
  const name = bare(node);
  const variable = name.type === 'Identifier' ? variableOf(file, name) : undefined;
  const binding = variable && bindingOf(variable);
  if (binding?.kind !== 'value' || binding.path.length > 0 || binding.init.type !== 'NewExpression') return undefined;
  const inner = (child: Node): Quantity[] => quantitiesOf({ file, node: child }, steps - 1);
  return readsOf(variable!).reduce<Quantity[]>((found, use) => movedBy(use, found, inner), inner(binding.init));
}

/** The calls that move a date which an expression is made of: `until.setDate(…)`. */
export function movesOf(file: SourceFile, node: Node): Node[] {
  return nodesWithin(file, 'Identifier', node).flatMap((one) => {
    const variable = variableOf(file, one);
    return (variable ? readsOf(variable) : []).flatMap((use) => {
      const member = use.parent;
      const call =
        member?.type === 'MemberExpression' &&
        member.object === use &&
        /^set(?:UTC)?(?:Seconds|Minutes|Hours|Date|Month|FullYear|Time)$/.test(memberName(member) ?? '')
          ? member.parent
          : undefined;
      return call?.type === 'CallExpression' ? [call] : [];
    });
  });
}

function movedBy(use: Node, moments: Quantity[], inner: Inner): Quantity[] {
  const call = callOn(use);
  const to = call && argumentAt(call, 0);
  if (!to) return moments;
  const name = calleeName(call) ?? '';
  if (name === 'setTime') return inner(to);
  const unit = SETTERS.get(name.replace('UTC', ''));
  const amount = addedToRead(to);
  const moved = unit === undefined || !amount ? [] : moments.flatMap((moment) => added(moment, amount, unit, inner));
  return moved.length > 0 ? moved : moments;
}

/** `until.setDate(…)`, of `until`. */
function callOn(object: Node): TSESTree.CallExpression | undefined {
  const member = object.parent;
  if (member?.type !== 'MemberExpression' || member.object !== object) return undefined;
  return member.parent.type === 'CallExpression' && member.parent.callee === member ? member.parent : undefined;
}

/** until.setDate(until.getDate() + 60): what is added to what the date has. Undefined where a date is set to something else. */
function addedToRead(to: Node): Node | undefined {
  if (to.type !== 'BinaryExpression' || to.operator !== '+') return undefined;
  const [read, amount] = to.left.type === 'CallExpression' ? [to.left, to.right] : [to.right, to.left];
  const isRead =
    read.type === 'CallExpression' && /^get(?:UTC)?(?:Seconds|Minutes|Hours|Date|Month|FullYear)$/.test(calleeName(read) ?? '');
  return isRead ? amount : undefined;
}
