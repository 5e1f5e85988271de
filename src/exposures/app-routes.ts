import type { AppFramework, Registration } from '../apis/apps/index.ts';
import type { Place } from '../flow/resolve.ts';
import { returnsOf } from '../syntax/functions.ts';
import type { CallNode, Node } from '../syntax/nodes.ts';
import { bare, isClass, isFunction, memberName } from '../syntax/nodes.ts';
import { originOf } from '../flow/origin.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { mountedInLoop } from './mounted-in-loop.ts';
import { isOfPackage } from './protections.ts';
import type { MethodCall, ValueTraits, ValueUses } from '../flow/value-uses.ts';
import { calledValue, resolveThroughModules, usesOfParameter, usesOfValue } from '../flow/value-uses.ts';

/** A route of an app, with all that runs before it. */
export interface AppRoute {
  readonly file: SourceFile;
  /** The call or method that registers it. */
  readonly node: Node;
  /** Lower case. */
  readonly methods: readonly string[];
  /** With the prefixes of the routers above it, as far as they are known. */
  readonly path: string;
  /** What answers, the route's own middleware first. */
  readonly handlers: readonly Place[];
  /** What runs before: the app's middlewares and those of the routers between. */
  readonly before: readonly Place[];
}

/** What hangs on an app. */
export interface Registered {
  readonly routes: readonly AppRoute[];
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

/** Everything that is registered on the app that a call creates, routers and plugins of other files with it. */
export function registeredOn(file: SourceFile, creation: Node, framework: AppFramework): Registered {
  const collector = new Collector(framework);
  const uses = usesOfValue({ file, node: creation }, collector.traits);
  collector.collect(uses, '', []);
  return Object.assign(collector, { isMounted: uses.handedTo.some(mounts) });
}

class Collector {
  readonly routes: AppRoute[] = [];
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
  collect(uses: ValueUses, prefix: string, inherited: readonly Placed[]): void {
    const own: Placed[] = [];
    const routes: { at: MethodCall; registration: Extract<Registration, { kind: 'route' }>; path: string }[] = [];
    const mounts: { scoped: Scoped; path: string; beside: readonly Place[] }[] = [];
    const read = (of: ValueUses): void => {
      this.isOpen ||= of.isOpen;
      for (const at of of.calls) {
        const registration = this.framework.read(at.file, at.call, at.method);
        if (registration?.kind === 'elsewhere') this.isOpen = true;
        else if (registration?.kind === 'route') routes.push({ at, registration, path: join(prefix, registration.path ?? '') });
        else if (registration) {
          const path = join(prefix, registration.path ?? '');
          const looped = mountedInLoop(at);
          if (looped.length > 0) {
            for (const one of looped) {
              const scoped = this.scopedAt(one.place);
              if (scoped && !this.seen.has(scoped.key))
                mounts.push({ scoped, path: join(join(prefix, one.path), scoped.prefix), beside: [] });
              if (scoped) this.seen.add(scoped.key);
              else this.isOpen = true;
            }
            continue;
          }
          const places = registration.handlers.flatMap(spread);
          const scopes = places.map((place) => this.scopedAt(place));
          const plain = places.filter((_, i) => !scopes[i]);
          this.isOpen ||= plain.some(isOutOfSight);
          own.push(...plain.map((place) => ({ place, path })));
          for (const scoped of scopes) {
            if (!scoped || this.seen.has(scoped.key)) continue;
            this.seen.add(scoped.key);
            if (scoped.isInline) read(scoped.uses);
            else mounts.push({ scoped, path: join(path, scoped.prefix), beside: plain });
          }
        }
      }
    };
    read(uses);
    // What the app puts on /v1/auth guards what the router on /v1 has below /auth.
    const all = [...inherited, ...own];
    const above = (path: string): Place[] => all.filter((one) => isBelow(path, one.path)).map(({ place }) => place);
    this.middlewares.push(...own.map(({ place }) => place));
    for (const { at, registration, path } of routes)
      this.routes.push({
        file: at.file,
        node: at.call,
        methods: registration.methods,
        path,
        handlers: registration.handlers.flatMap(spread),
        before: above(path),
      });
    for (const { scoped, path, beside } of mounts) this.collect(scoped.uses, path, [...all, ...beside.map((place) => ({ place, path }))]);
  }

  /** The router or plugin that a handler is; undefined for middleware, and where it cannot be seen. */
  private scopedAt({ file, node }: Place): Scoped | undefined {
    const value = this.unchained(resolveThroughModules({ file, node: this.framework.mounted?.(file, node) ?? node }));
    const created = this.created(value);
    if (created) return created;
    if (this.framework.hasPlugins) return this.plugin(value);
    // authRoutes(db), createRouter()
    const called = value.node.type === 'CallExpression' ? calledValue(value.file, value.node) : undefined;
    if (!called || !isFunction(called.node)) return undefined;
    for (const returned of returnsOf(called.node)) {
      const scoped = this.created(
        this.unchained(resolveThroughModules({ file: called.file, node: this.framework.mounted?.(called.file, returned) ?? returned })),
      );
      if (scoped) return scoped;
    }
    return undefined;
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

/** Libraries that put routes on an app by themselves, from folders and decorated classes. */
const LOADERS =
  /consign|enrouten|express-load|autoload|routing-controllers|inversify|tsoa|overnight|require-?dir|express-file-routing|glob/i;
const HANDS_ON =
  /^(?:https?2?|spdy)#(?:createServer|createSecureServer|Server<new>)?|^@hono\/node-server#|^koa-(?:session|generic-session|views)#|^socket\.io#|^ws#|^serverless-http#|^@vendia\/serverless-express#|^hono\/|^express-ws#|^swagger-ui-express#|^console\./;

/** Whether a call that an app is handed to leaves it as it is: a server that it listens on, an app that it is mounted on. */
function isHarmless(file: SourceFile, call: CallNode): boolean {
  if (mounts(call)) return true;
  const origin = originOf(file, call.callee);
  if (origin === undefined || LOADERS.test(origin)) return false;
  // Where the project is known, what is not its own is a package.
  return HANDS_ON.test(origin) || (file.facts !== undefined && isOfPackage(file, origin));
}

/** Whether a handler is nothing that can be seen: a parameter, a module that is not there, something that a loader gives. */
function isOutOfSight({ file, node }: Place): boolean {
  const value = resolveThroughModules({ file, node });
  if (isFunction(value.node) || isClass(value.node) || /^(?:ObjectExpression|Literal|Property)$/.test(value.node.type)) return false;
  const origin = originOf(file, node);
  if (origin !== undefined) return LOADERS.test(origin) || !isOfPackage(file, origin);
  return value.node.type !== 'CallExpression' || !calledValue(value.file, value.node);
}

/** `parent.use('/path', app)`. */
function mounts({ callee }: CallNode): boolean {
  return callee.type === 'MemberExpression' && /^(?:use|mount|route|register)$/.test(memberName(callee) ?? '');
}

/** Puts a path below a prefix. */
export function join(prefix: string, path: string): string {
  return `${prefix}/${path}`
    .replace(/\/{2,}/g, '/')
    .replace(/(.)\/$/, '$1')
    .replace(/^\/$/, '');
}

function isBelow(path: string, prefix: string): boolean {
  return prefix === '' || path === prefix || path.startsWith(`${prefix}/`);
}
