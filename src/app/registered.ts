import type { AppFramework, Registration } from '../apis/apps/index.ts';
import type { Place } from '../flow/resolve.ts';
import { returnsOf } from '../syntax/functions.ts';
import type { CallNode, Node } from '../syntax/nodes.ts';
import { bare, isClass, isFunction, memberName } from '../syntax/nodes.ts';
import { originOf } from '../flow/origin.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { mountedInLoop } from './mounted-in-loop.ts';
import { isInDevelopment } from './development.ts';
import { isHarmless, LOADERS, mounts } from './handed-on.ts';
import { isOfPackage } from './own-modules.ts';
import type { Route } from './route.ts';
import { join } from './route.ts';
import type { MethodCall, ValueTraits, ValueUses } from '../flow/value-uses.ts';
import { calledValue, resolveThroughModules, usesOfParameter, usesOfValue } from '../flow/value-uses.ts';

/** What hangs on an app. */
export interface Registered {
  readonly routes: readonly Route[];
  readonly middlewares: readonly Place[];
  /** Whether something is registered that cannot be seen. */
  readonly isOpen: boolean;
  /** Whether it hangs on another app itself, as a router does. */
  readonly isMounted: boolean;
}

/** A middleware, and the path below which it runs. */
interface Placed {
  readonly place: Place;
  readonly path: string;
}

interface Scoped {
  readonly key: Node;
  readonly uses: ValueUses;
  readonly prefix: string;
  /** Whether what it registers holds for what registers it: a plugin without a scope of its own. */
  readonly isInline: boolean;
}

/** Where an app's router hangs. */
interface Position {
  readonly prefix: string;
  /** Whether all of the prefix is known. */
  readonly isWhole: boolean;
  readonly isForDevelopment: boolean;
  /** What runs before anything on it. */
  readonly inherited: readonly Placed[];
}

interface Mount {
  readonly scoped: Scoped;
  readonly position: Position;
}

/** What one app or router registers itself, before it is known what runs for what. */
interface Level {
  readonly own: Placed[];
  readonly routes: { at: MethodCall; registration: Extract<Registration, { kind: 'route' }> }[];
  readonly mounts: Mount[];
}

/** Everything that is registered on the app that a call creates, routers and plugins of other files with it. */
export function registeredOn(file: SourceFile, creation: Node, framework: AppFramework): Registered {
  const collector = new Collector(framework);
  const uses = usesOfValue({ file, node: creation }, collector.traits);
  collector.collect(uses, { prefix: '', isWhole: true, isForDevelopment: false, inherited: [] });
  return Object.assign(collector, { isMounted: uses.handedTo.some(mounts) });
}

class Collector {
  readonly routes: Route[] = [];
  readonly middlewares: Place[] = [];
  isOpen = false;
  readonly traits: ValueTraits;
  private readonly framework: AppFramework;
  private readonly seen = new Set<Node>();

  constructor(framework: AppFramework) {
    this.framework = framework;
    this.traits = { chains: framework.chains, isHarmless };
  }

  /** Two passes: what is registered late still guards what is registered early, as far as a verdict goes. */
  collect(uses: ValueUses, position: Position): void {
    const level: Level = { own: [], routes: [], mounts: [] };
    this.read(uses, position, level);
    // What the app puts on /v1/auth guards what the router on /v1 has below /auth.
    const all = [...position.inherited, ...level.own];
    this.middlewares.push(...level.own.map(({ place }) => place));
    for (const { at, registration } of level.routes) {
      const path = join(position.prefix, registration.path ?? '');
      this.routes.push({
        file: at.file,
        node: at.call,
        methods: registration.methods,
        path,
        ownPath: registration.path,
        isWhole: position.isWhole && registration.path !== undefined,
        handlers: registration.handlers.flatMap(spread),
        before: all.filter((one) => isBelow(path, one.path)).map(({ place }) => place),
        isForDevelopment: position.isForDevelopment || isInDevelopment(at.file, at.call, path),
      });
    }
    for (const { scoped, position: below } of level.mounts) this.collect(scoped.uses, { ...below, inherited: all });
  }

  private read(uses: ValueUses, position: Position, level: Level): void {
    this.isOpen ||= uses.isOpen;
    for (const at of uses.calls) {
      const registration = this.framework.read(at.file, at.call, at.method);
      if (registration?.kind === 'elsewhere') this.isOpen = true;
      else if (registration?.kind === 'route') level.routes.push({ at, registration });
      else if (registration && !this.readLoop(at, position, level)) this.readUse(at, registration, position, level);
    }
  }

  /** What a loop mounts, one by one; says whether it is one. */
  private readLoop(at: MethodCall, position: Position, level: Level): boolean {
    const looped = mountedInLoop(at);
    for (const { path, place } of looped) {
      const scoped = this.scopedAt(place);
      if (scoped) this.mount(at, scoped, position, path, level);
      else this.isOpen = true;
    }
    return looped.length > 0;
  }

  private readUse(at: MethodCall, { path, handlers }: Extract<Registration, { kind: 'use' }>, position: Position, level: Level): void {
    const places = handlers.flatMap(spread);
    const scopes = places.map((place) => this.scopedAt(place));
    const plain = places.filter((_, i) => !scopes[i]);
    this.isOpen ||= plain.some(isOutOfSight);
    level.own.push(...plain.map((place) => ({ place, path: join(position.prefix, path ?? '') })));
    for (const scoped of scopes) {
      if (scoped?.isInline && !this.seen.has(scoped.key)) {
        this.seen.add(scoped.key);
        this.read(scoped.uses, position, level);
      } else if (scoped) this.mount(at, scoped, position, path, level);
    }
  }

  /** Remembers a router for the level below, once. */
  private mount(at: MethodCall, scoped: Scoped, position: Position, path: string | undefined, { mounts: found }: Level): void {
    if (this.seen.has(scoped.key)) return;
    this.seen.add(scoped.key);
    const prefix = join(join(position.prefix, path ?? ''), scoped.prefix);
    const isForDevelopment = position.isForDevelopment || isInDevelopment(at.file, at.call, prefix);
    found.push({ scoped, position: { ...position, prefix, isWhole: position.isWhole && path !== undefined, isForDevelopment } });
  }

  /** The router or plugin that a handler is; undefined for middleware, and where it cannot be seen. */
  private scopedAt({ file, node }: Place, steps = 3): Scoped | undefined {
    const value = this.unchained(resolveThroughModules({ file, node: this.framework.mounted?.(file, node) ?? node }));
    // authRoutes(db), createRouter(): what is done to the router inside counts, and stands before what is done to the result.
    const called = value.node.type === 'CallExpression' && steps > 0 ? calledValue(value.file, value.node) : undefined;
    if (called && isFunction(called.node) && !this.framework.hasPlugins) {
      for (const returned of returnsOf(called.node)) {
        const scoped = this.scopedAt({ file: called.file, node: returned }, steps - 1);
        if (scoped) return scoped;
      }
    }
    return this.created(value) ?? (this.framework.hasPlugins ? this.plugin(value) : undefined);
  }

  private created(value: Place): Scoped | undefined {
    if (!isCall(value.node) || !this.framework.scope.test(originOf(value.file, value.node) ?? '')) return undefined;
    // That others have the router too, in a list or by an export, hides nothing of what this app gets with it.
    return {
      key: value.node,
      uses: { ...usesOfValue(value, this.traits), isOpen: false },
      prefix: this.framework.prefixOf?.(value.file, value.node) ?? '',
      isInline: false,
    };
  }

  /** `async (instance) => { instance.get(…) }`, alone or in fastify-plugin, which takes its scope away. */
  private plugin(value: Place): Scoped | undefined {
    const { file, node } = value;
    const wrapped =
      node.type === 'CallExpression' && /^fastify-plugin#(?:fastifyPlugin)?\(\)$/.test(originOf(file, node) ?? '')
        ? node.arguments[0]
        : undefined;
    const isInline = wrapped !== undefined;
    const inner = wrapped ? resolveThroughModules({ file, node: wrapped }) : value;
    return isFunction(inner.node)
      ? { key: inner.node, uses: usesOfParameter(inner.file, inner.node, 0, this.traits), prefix: '', isInline }
      : undefined;
  }

  /** The creation at the root of a chain: `new Hono()` of `new Hono().get(…).post(…)`. */
  private unchained(place: Place): Place {
    let at = place;
    for (let steps = 0; steps < 200; steps++) {
      const node = bare(at.node);
      if (
        node.type !== 'CallExpression' ||
        node.callee.type !== 'MemberExpression' ||
        !this.framework.chains.test(memberName(node.callee) ?? '')
      )
        return { file: at.file, node };
      at = resolveThroughModules({ file: at.file, node: node.callee.object });
    }
    return at;
  }
}

function isCall(node: Node): node is CallNode {
  return node.type === 'CallExpression' || node.type === 'NewExpression';
}

/** The handlers in an argument: those of a list or a spread of one, too. */
function spread(place: Place): Place[] {
  const value = resolveThroughModules({ file: place.file, node: place.node.type === 'SpreadElement' ? place.node.argument : place.node });
  return value.node.type === 'ArrayExpression'
    ? value.node.elements.flatMap((one) => (one ? spread({ file: value.file, node: one }) : []))
    : [place];
}

/** Whether a handler is nothing that can be seen: a parameter, a module that is not there, something that a loader gives. */
function isOutOfSight({ file, node }: Place): boolean {
  const value = resolveThroughModules({ file, node });
  if (isFunction(value.node) || isClass(value.node) || /^(?:ObjectExpression|Literal|Property)$/.test(value.node.type)) return false;
  const origin = originOf(file, node);
  if (origin !== undefined) return LOADERS.test(origin) || !isOfPackage(file, origin);
  return value.node.type !== 'CallExpression' || !calledValue(value.file, value.node);
}

function isBelow(path: string, prefix: string): boolean {
  return prefix === '' || path === prefix || path.startsWith(`${prefix}/`);
}
