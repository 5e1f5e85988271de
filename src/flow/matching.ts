import type { Port, PortBase, PortStep } from '../apis/state/index.ts';
import { asParts } from './handed-over.ts';
import type { Path } from './location.ts';

/** What is left of a path below a port's parts, and which step `*` stood for. */
export interface Rest {
  readonly path: Path;
  readonly any?: string;
}

/** Whether ports begin at the same argument of a call, or both at its result. */
export function isSameBase(one: PortBase, other: PortBase): boolean {
  return one.kind === other.kind && (one.kind !== 'argument' || one.index === (other as typeof one).index);
}

/** What is left of a path below a port's parts. Undefined where the path does not lead through them. */
export function matched(port: Port, path: Path): Rest | undefined {
  return matchedSteps(port.steps, asParts(path));
}

type Part = Extract<PortStep, { kind: 'part' }>;

function isSamePart(step: Part, own: Part): boolean {
  if (step.name === '*') return step.but?.includes(own.name) !== true;
  return own.name === step.name || own.name === '*';
}

/** The same of steps among which are calls. */
export function matchedSteps(port: readonly PortStep[], steps: readonly PortStep[]): Rest | undefined {
  let any: string | undefined;
  for (const [i, step] of port.entries()) {
    const own = steps[i];
    if (own?.kind !== step.kind) return undefined;
    if (step.kind === 'given' || step.kind === 'parameter') {
      if ((own as typeof step).index !== step.index) return undefined;
    } else if (step.kind === 'part' && own.kind === 'part') {
      if (!isSamePart(step, own)) return undefined;
      if (step.name === '*') any = own.name;
    }
  }
  const rest = steps.slice(port.length);
  const path = rest.flatMap((step) => (step.kind === 'part' ? [step.name] : []));
  return path.length < rest.length ? undefined : { path, ...(any !== undefined && { any }) };
}
