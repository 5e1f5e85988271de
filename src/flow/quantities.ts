import { bindingOf, readsOf, variableOf } from '../syntax/bindings.ts';
import { secondsIn, secondsOf } from '../syntax/durations.ts';
import { productionBranch } from './environment.ts';
import type { Place } from './resolve.ts';
import { resolveValue } from './resolve.ts';
import { argumentAt, calleeName } from '../syntax/functions.ts';
import type { CallNode, Node, TSESTree } from '../syntax/nodes.ts';
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
  const inner = (child: Node): Quantity[] => quantitiesOf({ file, node: child }, steps - 1);
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'number'
        ? [fixed(node.value)]
        : typeof node.value === 'string' && /^\s*\d+\s*$/.test(node.value)
          ? [fixed(Number(node.value))]
          : [];
    case 'UnaryExpression':
      return node.operator === '-'
        ? inner(node.argument).map(({ now, rest }) => ({ now: -now, rest: -rest }))
        : node.operator === '+'
          ? inner(node.argument)
          : [];
    case 'BinaryExpression':
      return inner(node.left).flatMap((left) => inner(node.right).flatMap((right) => combined(node.operator, left, right) ?? []));
    case 'ConditionalExpression': {
      const inProduction = productionBranch(file, node);
      return inProduction ? inner(inProduction) : [...inner(node.consequent), ...inner(node.alternate)];
    }
    case 'LogicalExpression':
      return node.operator === '&&' ? inner(node.right) : [...inner(node.left), ...inner(node.right)];
    case 'NewExpression':
    case 'CallExpression':
      return ofCall(file, node, inner);
    default:
      return [];
  }
}

function combined(operator: string, left: Quantity, right: Quantity): Quantity | undefined {
  switch (operator) {
    case '+':
      return { now: left.now + right.now, rest: left.rest + right.rest };
    case '-':
      return { now: left.now - right.now, rest: left.rest - right.rest };
    case '*':
      if (left.now !== 0 && right.now !== 0) return undefined;
      return left.now === 0
        ? { now: right.now * left.rest, rest: right.rest * left.rest }
        : { now: left.now * right.rest, rest: left.rest * right.rest };
    case '/':
      return right.now === 0 && right.rest !== 0 ? { now: left.now / right.rest, rest: left.rest / right.rest } : undefined;
    case '**':
      return left.now === 0 && right.now === 0 ? fixed(left.rest ** right.rest) : undefined;
    // Math.floor for the impatient: x | 0, x >> 0.
    case '|':
    case '>>':
      return right.now === 0 && right.rest === 0 ? left : undefined;
    default:
      return undefined;
  }
}

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

function ofCall(file: SourceFile, call: CallNode, inner: (node: Node) => Quantity[]): Quantity[] {
  const name = calleeName(call) ?? '';
  const first = argumentAt(call, 0);
  if (call.type === 'NewExpression') return name === 'Date' ? (first ? inner(first) : [NOW]) : [];
  const { callee } = call;
  const object = callee.type === 'MemberExpression' ? callee.object : undefined;
  if (object?.type === 'Identifier' && object.name === 'Date' && name === 'now') return [NOW];
  if (first && ROUNDING.test(name) && (!object || (object.type === 'Identifier' && /^(?:Math|Number)$/.test(object.name))))
    return inner(first);
  const form = FORMS.get(name);
  if (object && form !== undefined) return inner(object).map(({ now, rest }) => ({ now: now / form, rest: rest / form }));
  const adder = ADDERS.get(name);
  if (adder !== undefined && first) return inner(first).flatMap((moment) => added(moment, argumentAt(call, 1), adder, inner));
  if (object && (name === 'add' || name === 'plus') && first)
    return inner(object).flatMap((moment) => grown(moment, first, argumentAt(call, 1), inner));
  return ofLibrary(file, call, first);
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

function added(moment: Quantity, amount: Node | undefined, unit: string, inner: (node: Node) => Quantity[]): Quantity[] {
  // M is a month in dayjs and moment, where m is a minute.
  const seconds = secondsIn(unit === 'M' ? 'mo' : unit);
  if (!amount || seconds === undefined) return [];
  return inner(amount).flatMap(({ now, rest }) => (now === 0 ? [{ now: moment.now, rest: moment.rest + rest * seconds * 1000 }] : []));
}

/** `.add(7, 'days')` of dayjs and moment, `.plus({ days: 7 })` of luxon. */
function grown(moment: Quantity, amount: Node, unit: Node | undefined, inner: (node: Node) => Quantity[]): Quantity[] {
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

function movedBy(use: Node, moments: Quantity[], inner: (node: Node) => Quantity[]): Quantity[] {
  const member = use.parent;
  if (
    member?.type !== 'MemberExpression' ||
    member.object !== use ||
    member.parent.type !== 'CallExpression' ||
    member.parent.callee !== member
  )
    return moments;
  const name = memberName(member) ?? '';
  const to = argumentAt(member.parent, 0);
  if (name === 'setTime' && to) return inner(to);
  const unit = SETTERS.get(name.replace('UTC', ''));
  // until.setDate(until.getDate() + 60): only what is added counts.
  if (unit === undefined || to?.type !== 'BinaryExpression' || to.operator !== '+') return moments;
  const [read, amount] = to.left.type === 'CallExpression' ? [to.left, to.right] : [to.right, to.left];
  if (!/^get(?:UTC)?(?:Seconds|Minutes|Hours|Date|Month|FullYear)$/.test(read.type === 'CallExpression' ? (calleeName(read) ?? '') : ''))
    return moments;
  const moved = moments.flatMap((moment) => added(moment, amount, unit, inner));
  return moved.length > 0 ? moved : moments;
}
