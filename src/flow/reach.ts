import { bindingOf, variableOf } from '../syntax/bindings.ts';
import type { CallNode, FunctionNode, Node } from '../syntax/nodes.ts';
import { bare, isFunction } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import type { LocatedCall } from './calls.ts';
import { calledFunction } from './calls.ts';
import { stepForwards } from './forward.ts';
import type { KnownPort } from './handed-over.ts';
import { asParts, portsCalled } from './handed-over.ts';
import { flowsOfLibrary } from './library-flows.ts';
import type { Location } from './location.ts';
import { isKept, locationOf } from './location.ts';
import { isSameBase, matchedSteps } from './matching.ts';
import type { Called, Walker } from './walker.ts';

/** How many expressions a value is followed to. What goes further goes everywhere. */
const MOST = 400;

/**
 * How many steps one question takes, with all that it asks on the way: stores that use each other ask without end. Of ten apps
 * none needs more than 500.
 */
const MOST_STEPS = 1000;

/** One step back. */
export type SourcesOf = (at: Location) => readonly Location[];

/** The forward half of the walker, which asks the other half what is called where a value is handed over. */
export class Forward implements Walker {
  private readonly sourcesOf: SourcesOf;
  /** Locations whose reach is being found: what comes back to one of them adds nothing. */
  private readonly running = new Set<Location>();
  /** The same of locations of which it is being found what they come from. */
  private readonly asked = new Set<Location>();
  private isAsking = false;
  /** The steps that one question has taken so far, with all that it asks on the way. */
  private taken = 0;

  constructor(sourcesOf: SourcesOf) {
    this.sourcesOf = sourcesOf;
  }

  reach(from: Location): Iterable<Location> {
    return this.reachOf(from) ?? [];
  }

  /** Every expression that a value reaches, itself among them. Undefined where it reaches too many to be told. */
  reachOf(from: Location): ReadonlySet<Location> | undefined {
    const found = new Set<Location>([from]);
    if (this.running.has(from)) return found;
    this.begin();
    this.running.add(from);
    try {
      for (const at of found) {
        if (found.size > MOST || ++this.taken > MOST_STEPS) return undefined;
        for (const next of stepForwards(at, this)) found.add(next);
      }
    } finally {
      this.running.delete(from);
    }
    return found;
  }

  /** What is called directly; else what the callee comes from. That is asked once at a time: to answer, values are followed too. */
  called(file: SourceFile, call: CallNode): Called {
    const direct = calledFunction(file, call);
    const ports = portsCalled(file, call);
    if (direct || ports.some(takesValues) || this.isAsking || !mayBeOurs(file, call.callee))
      return { functions: direct ? [direct] : [], ports, isOpen: false };
    this.isAsking = true;
    try {
      return calledAt(this.behind(locationOf(file, call.callee)));
    } finally {
      this.isAsking = false;
    }
  }

  /** A question that no other one asks has all steps before it. */
  private begin(): void {
    if (this.running.size === 0 && this.asked.size === 0) this.taken = 0;
  }

  behind(from: Location): Iterable<Location> {
    const found = new Set<Location>([from]);
    if (this.asked.has(from)) return found;
    this.begin();
    this.asked.add(from);
    try {
      for (const at of found) {
        if (found.size > MOST || ++this.taken > MOST_STEPS) break;
        for (const next of this.sourcesOf(at)) found.add(next);
      }
    } finally {
      this.asked.delete(from);
    }
    return found;
  }
}

function calledAt(locations: Iterable<Location>): Called {
  const functions: LocatedCall<FunctionNode>[] = [];
  const ports: KnownPort[] = [];
  let isOpen = false;
  for (const at of locations) {
    const { file, node, path } = at;
    const binding = node.type === 'Identifier' ? bindingAt(file, node) : undefined;
    if (binding?.kind === 'parameter') isOpen = true;
    // A declared function is no value that its name comes from: it is the name's.
    const named = binding?.kind === 'declaration' ? binding.node : node;
    if (isFunction(named) && path.length === 0) functions.push({ file, node: named });
    else if ((node.type === 'CallExpression' || node.type === 'NewExpression') && !isKept(at)) {
      const flows = flowsOfLibrary(file, node);
      if (flows) ports.push({ site: { file, node, flows }, base: { kind: 'result' }, steps: asParts(path) });
    }
  }
  return { functions, ports, isOpen };
}

function bindingAt(file: SourceFile, name: Node): ReturnType<typeof bindingOf> | undefined {
  const variable = variableOf(file, name);
  return variable && bindingOf(variable);
}

/** Whether a library does something with what is given at a port. */
function takesValues({ site, base, steps }: KnownPort): boolean {
  return site.flows.some(
    ([from]) =>
      isSameBase(from.base, base) &&
      from.steps[steps.length]?.kind === 'given' &&
      matchedSteps(from.steps.slice(0, steps.length), steps) !== undefined,
  );
}

/** What is neither global nor of a package may be a function of ours. */
function mayBeOurs(file: SourceFile, callee: Node): boolean {
  let at = bare(callee);
  while (at.type === 'MemberExpression') at = bare(at.object);
  if (at.type === 'CallExpression') return true;
  const binding = at.type === 'Identifier' ? bindingAt(file, at) : undefined;
  return binding?.kind === 'import' ? (file.links?.isLocal(file, binding.source) ?? false) : binding !== undefined;
}
