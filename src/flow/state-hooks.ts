import { stateLibraries } from '../apis/state/index.ts';
import type { PortStep, StateApi } from '../apis/state/index.ts';
import { argumentAt } from '../syntax/functions.ts';
import type { CallNode, Node } from '../syntax/nodes.ts';
import { bare, memberName } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { flowsOfHanded, flowsOfLibrary, tablesIn } from './library-flows.ts';
import { originOf } from './origin.ts';
import { resolveValue } from './resolve.ts';

/** The parts of what a call gives that keeps state: the state, what sets it, and what it begins with. */
export interface StateHook {
  readonly state: string;
  readonly setter: string | undefined;
  readonly initial: Node | undefined;
}

const HOOKS: ReadonlySet<string> = new Set(stateLibraries.flatMap(({ hooks = [] }) => hooks));

/** The part of what such a call gives that is its state. https://vuejs.org/api/reactivity-core.html#ref */
export const REF_VALUE = 'value';

const REFS: ReadonlySet<string> = originsOf(({ refs }) => refs);

/** Whether a call makes a ref: an object that keeps a state as its `value`. */
export function isRefCall(file: SourceFile, call: CallNode): boolean {
  return tablesIn(file) !== undefined && REFS.has(originOf(file, call.callee) ?? '');
}

const TRACKED: ReadonlySet<string> = originsOf(({ tracked }) => tracked);

/** Whether a call has whoever reads a member of its argument told when that changes. */
export function isTrackedCall(file: SourceFile, call: CallNode): boolean {
  return TRACKED.has(originOf(file, call.callee) ?? '');
}

/** Origins that libraries name, under the names of other modules too that export the same. */
function originsOf(named: (api: StateApi) => readonly string[] | undefined): ReadonlySet<string> {
  return new Set(
    stateLibraries.flatMap((api) =>
      (named(api) ?? []).flatMap((origin) => {
        const [module = ''] = origin.split('#');
        const others = Object.entries(api.aliases ?? {}).flatMap(([alias, of]) => (of === module ? alias : []));
        return [module, ...others].map((one) => `${one}${origin.slice(module.length)}`);
      }),
    ),
  );
}

/** Whether a call is of a hook in whose place a hook of our own can stand. */
export function isReplaceableHook(file: SourceFile, call: CallNode): boolean {
  return HOOKS.has(originOf(file, call.callee) ?? '');
}

/** The state hook that a call is, where a hook of our own can stand in its place: `useState('')`. */
export function stateHookOf(file: SourceFile, call: CallNode): StateHook | undefined {
  const flows = flowsOfLibrary(file, call);
  if (!flows || !isReplaceableHook(file, call)) return undefined;
  const begin = flows.find(([from, to]) => from.base.kind === 'argument' && from.steps.length === 0 && partOf(to.steps) !== undefined);
  const state = begin && partOf(begin[1].steps);
  if (!begin || state === undefined) return undefined;
  const setting = flows.find(([from, to]) => from.steps.length === 2 && from.steps[1]?.kind === 'given' && partOf(to.steps) === state);
  const [setter] = setting?.[0].steps ?? [];
  return {
    state,
    setter: setter?.kind === 'part' ? setter.name : undefined,
    initial: begin[0].base.kind === 'argument' ? argumentAt(call, begin[0].base.index) : undefined,
  };
}

function partOf([step, ...more]: readonly PortStep[]): string | undefined {
  return step?.kind === 'part' && more.length === 0 ? step.name : undefined;
}

/** Whether a call does nothing but give what a library keeps: `useAuthStore()`, `useAuth((state) => state.user)`, `getState()`. */
export function isStoreAccess(file: SourceFile, call: CallNode): boolean {
  if (flowsOfHanded(file, call)?.every(([{ base }]) => base.kind === 'shared')) return true;
  const callee = bare(call.callee);
  const isMethod = callee.type === 'MemberExpression';
  if (isMethod && memberName(callee) !== 'getState') return false;
  const { file: home, node: made } = resolveValue({ file, node: isMethod ? callee.object : callee });
  if (made.type !== 'CallExpression' || call.type !== 'CallExpression') return false;
  const own = isMethod ? 'getState' : undefined;
  return (flowsOfLibrary(home, made) ?? []).some(([from, to]) => {
    const [first, second] = to.steps;
    if (to.base.kind !== 'result' || (from.base.kind !== 'cell' && from.base.kind !== 'shared')) return false;
    return own === undefined ? first?.kind === 'returned' : first?.kind === 'part' && first.name === own && second?.kind === 'returned';
  });
}
