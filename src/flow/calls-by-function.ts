import type { Binding } from '../syntax/bindings.ts';
import { bindingOf, requiredModule, variableOf } from '../syntax/bindings.ts';
import type { Node } from '../syntax/nodes.ts';
import { bare, memberName } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import type { Names } from './names-elsewhere.ts';

/** What a use of a function stands for: the function, where it can be followed to one. */
type Resolve<Use> = (use: Use) => Node | undefined;

/** Uses of functions in a file, each with its place in the file's order. */
interface Ordered<Use> {
  readonly at: number;
  readonly use: Use;
}

type ByFunction<Use> = ReadonlyMap<Node, readonly Ordered<Use>[]>;

/**
 * The uses of functions in a file, by the function. What is taken out of another module is followed there only where
 * somebody asks for a function that has its name: to follow all of it would parse most of a project for one function.
 */
export class UsesByFunction<Use> {
  private readonly resolve: Resolve<Use>;
  private readonly own: readonly Ordered<Use>[];
  private readonly taken = new Map<string, Ordered<Use>[]>();
  private readonly unnamed: readonly Ordered<Use>[];
  private found: ByFunction<Use> | undefined;
  private foundUnnamed: ByFunction<Use> | undefined;
  private readonly foundByName = new Map<string, ByFunction<Use>>();

  /**
   * @param uses In the order in which they are given to whoever asks.
   * @param calleeOf The expression that names what is used.
   */
  constructor(file: SourceFile, uses: readonly Use[], calleeOf: (use: Use) => Node | undefined, resolve: Resolve<Use>) {
    this.resolve = resolve;
    const own: Ordered<Use>[] = [];
    const unnamed: Ordered<Use>[] = [];
    for (const [at, use] of uses.entries()) {
      const callee = calleeOf(use);
      // Alone, a file has nothing of other modules that could be followed.
      const name = callee && file.links ? nameElsewhere(file, callee) : undefined;
      if (name === undefined) own.push({ at, use });
      else if (name === UNNAMED) unnamed.push({ at, use });
      else {
        const list = this.taken.get(name);
        if (list) list.push({ at, use });
        else this.taken.set(name, [{ at, use }]);
      }
    }
    this.own = own;
    this.unnamed = unnamed;
  }

  /**
   * The uses of a function.
   *
   * @param names Those under which other modules may give it; undefined where they may give it under any.
   * @param modules The paths of those modules, of which one may give it as its default export.
   */
  of(fn: Node, names: Names, modules: ReadonlySet<string>): readonly Use[] {
    this.found ??= this.followed(this.own);
    const own = this.found.get(fn) ?? [];
    const all = [...own, ...this.keysOf(names, modules).flatMap((key) => this.named(key)?.get(fn) ?? [])];
    if (!names) all.push(...this.withoutName(fn));
    return (all.length > own.length ? all.sort((a, b) => a.at - b.at) : all).map(({ use }) => use);
  }

  private keysOf(names: Names, modules: ReadonlySet<string>): string[] {
    if (!names) return [...this.taken.keys()];
    return names.has('default') ? [...names, ...Array.from(modules, defaultOf)] : [...names];
  }

  private withoutName(fn: Node): readonly Ordered<Use>[] {
    this.foundUnnamed ??= this.followed(this.unnamed);
    return this.foundUnnamed.get(fn) ?? [];
  }

  private named(name: string): ByFunction<Use> | undefined {
    let found = this.foundByName.get(name);
    const uses = found ? undefined : this.taken.get(name);
    if (uses) this.foundByName.set(name, (found = this.followed(uses)));
    return found;
  }

  private followed(uses: readonly Ordered<Use>[]): ByFunction<Use> {
    const map = new Map<Node, Ordered<Use>[]>();
    for (const one of uses) {
      const fn = this.resolve(one.use);
      if (!fn) continue;
      const list = map.get(fn);
      if (list) list.push(one);
      else map.set(fn, [one]);
    }
    return map;
  }
}

/** What is taken out of another module without a name that can be told. */
const UNNAMED = '*';

/** What stands for the name of a module's default export, which may have any where it is imported. */
function defaultOf(module: string): string {
  return `default of ${module}`;
}

function defaultFrom(file: SourceFile, source: string): string {
  const module = file.links?.pathOf(file, source);
  return module === undefined ? UNNAMED : defaultOf(module);
}

/** The name under which what is called is taken out of another module; undefined where it may be of the file itself. */
function nameElsewhere(file: SourceFile, callee: Node): string | undefined {
  const inner = bare(callee);
  if (inner.type === 'MemberExpression') return comesFromModule(file, inner.object) ? (memberName(inner) ?? UNNAMED) : undefined;
  const variable = inner.type === 'Identifier' || inner.type === 'JSXIdentifier' ? variableOf(file, inner) : undefined;
  return variable && nameOfTaken(file, bindingOf(variable));
}

function nameOfTaken(file: SourceFile, binding: Binding): string | undefined {
  if (binding.kind === 'import') return binding.imported === 'default' ? defaultFrom(file, binding.source) : binding.imported;
  if (binding.kind !== 'value' || binding.path.length === 0 || binding.fallback) return undefined;
  return comesFromModule(file, binding.init) ? (binding.path.at(-1) ?? UNNAMED) : undefined;
}

/** So many variables stand between a value and the module that it is of, at most. */
const MOST_VARIABLES = 4;

/** Whether a value begins with what is imported or required: `api`, `api.users`, `useAuth()`, `const auth = useAuth()`. */
function comesFromModule(file: SourceFile, value: Node): boolean {
  let at = bare(value);
  for (let left = MOST_VARIABLES; left > 0;) {
    if (requiredModule(file, at) !== undefined) return true;
    if (at.type === 'MemberExpression') at = bare(at.object);
    else if (at.type === 'CallExpression' || at.type === 'NewExpression') at = bare(at.callee);
    else {
      const variable = at.type === 'Identifier' ? variableOf(file, at) : undefined;
      const binding = variable && bindingOf(variable);
      if (binding?.kind === 'import') return true;
      if (binding?.kind !== 'value' || binding.fallback) return false;
      at = bare(binding.init);
      left--;
    }
  }
  return false;
}
