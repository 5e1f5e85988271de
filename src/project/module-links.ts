import { memberOf } from '../flow/resolve.ts';
import type { Node, TSESTree } from '../syntax/nodes.ts';
import { memberName } from '../syntax/nodes.ts';
import type { Exported, ModuleLinks, SourceFile } from '../syntax/source-file.ts';
import { perFile } from '../syntax/source-file.ts';
import { ClassicScripts } from './classic-scripts.ts';
import { ModulePaths } from './module-paths.ts';
import type { ProjectFiles } from './project-files.ts';

/** Modules that are looked at for one import, at most: more stand behind no index of an app. */
const MOST_MODULES = 500;

/** The links between a project's modules: what an import of one brings of another. */
export function linksOf(project: ProjectFiles): ModuleLinks {
  const paths = new ModulePaths(project);

  /** @param seen Modules and names that were looked at, since modules that give on each other's exports go round in circles. */
  const find = (from: SourceFile, source: string, name: string, seen: Set<string>): Exported | undefined => {
    const target = paths.of(from.path, source);
    const key = `${target}\0${name}`;
    if (target === undefined || seen.has(key) || seen.size >= MOST_MODULES) return undefined;
    seen.add(key);
    const file = project.module(target);
    if (!file) return undefined;
    const found = exportsOf(file);
    const whole = wholeOf(file, found, name);
    if (whole) return whole;
    const own = found.named.get(name);
    if (own) return 'source' in own ? find(file, own.source, own.name, seen) : { file, node: own.node };
    // A default import of CommonJS brings the whole of module.exports; so does require().
    if (name === 'default') return found.whole && { file, node: found.whole };
    const member = found.whole && memberOf({ file, node: found.whole }, name, 8);
    if (member) return member;
    for (const all of found.stars) {
      const through = find(file, all, name, seen);
      if (through) return through;
    }
    return undefined;
  };

  const exported = (from: SourceFile, source: string, name: string): Exported | undefined => {
    const ofFile = answersOf(from);
    let answers = ofFile.get(source);
    if (!answers) ofFile.set(source, (answers = new Map<string, { readonly answer: Exported | undefined }>()));
    const known = answers.get(name);
    if (known) return known.answer;
    // Set first, for whole exports that come back to themselves.
    answers.set(name, { answer: undefined });
    const answer = find(from, source, name, new Set());
    answers.set(name, { answer });
    return answer;
  };

  const scripts = new ClassicScripts(project);

  return {
    exported,
    global: (from, name) => scripts.globalOf(from, name),
    isShared: (from) => scripts.isShared(from),
    pathOf: (from, source) => paths.of(from.path, source),
    isLocal(from, source) {
      const target = paths.of(from.path, source);
      return target !== undefined && project.has(target);
    },
  };
}

/** What is no export by its own name: the module, and what one of CommonJS puts in its place. */
function wholeOf(file: SourceFile, { whole }: ModuleExports, name: string): Exported | undefined {
  if (name === '*') return { file, node: file.ast };
  return name === 'module.exports' && whole ? { file, node: whole } : undefined;
}

/** Which imports of a file have been followed, by source and name, and where to. They go with the file. */
const answersOf = perFile((): Map<string, Map<string, { readonly answer: Exported | undefined }>> => new Map());

/** An export: the node behind it, or another module's export. */
type ExportEntry = { readonly node: Node } | { readonly source: string; readonly name: string };

interface ModuleExports {
  readonly named: ReadonlyMap<string, ExportEntry>;
  /** `export * from`. */
  readonly stars: readonly string[];
  /** `module.exports = …`, `export = …`. */
  readonly whole?: Node;
}

const exportsOf = perFile((file): ModuleExports => {
  const named = new Map<string, ExportEntry>();
  const stars: string[] = [];
  let whole: Node | undefined;
  for (const statement of file.ast.body) {
    switch (statement.type) {
      case 'ExportNamedDeclaration':
        for (const [name, entry] of namedExports(statement)) named.set(name, entry);
        break;
      case 'ExportDefaultDeclaration':
        named.set('default', { node: statement.declaration });
        break;
      case 'ExportAllDeclaration':
        if (statement.exported) named.set(nameOf(statement.exported), { source: statement.source.value, name: '*' });
        else stars.push(statement.source.value);
        break;
      case 'TSExportAssignment':
        whole = statement.expression;
        break;
      case 'ExpressionStatement':
        for (const assignment of chained(statement.expression)) whole = commonJsExport(assignment, named) ?? whole;
        break;
      default:
    }
  }
  return { named, stars, ...(whole && { whole }) };
});

function* namedExports(statement: TSESTree.ExportNamedDeclaration): Generator<[string, ExportEntry]> {
  for (const specifier of statement.specifiers) {
    const local = nameOf(specifier.local);
    yield [nameOf(specifier.exported), statement.source ? { source: statement.source.value, name: local } : { node: specifier.local }];
  }
  const { declaration } = statement;
  if (!declaration) return;
  if (declaration.type === 'VariableDeclaration') {
    for (const { id } of declaration.declarations) for (const name of namesIn(id)) yield [name.name, { node: name }];
  } else if ('id' in declaration && declaration.id?.type === 'Identifier') {
    yield [declaration.id.name, { node: declaration }];
  }
}

function* namesIn(pattern: Node): Generator<TSESTree.Identifier> {
  switch (pattern.type) {
    case 'Identifier':
      yield pattern;
      break;
    case 'ObjectPattern':
      for (const property of pattern.properties) yield* namesIn(property.type === 'Property' ? property.value : property.argument);
      break;
    case 'ArrayPattern':
      for (const element of pattern.elements) if (element) yield* namesIn(element);
      break;
    case 'AssignmentPattern':
      yield* namesIn(pattern.left);
      break;
    default:
  }
}

/** `a = b = x`: both. */
function* chained(expression: Node): Generator<TSESTree.AssignmentExpression> {
  for (let at = expression; at.type === 'AssignmentExpression'; at = at.right) yield at;
}

/** `module.exports = x` gives the whole; `exports.a = x` and `module.exports.a = x` one name. */
function commonJsExport({ left, right }: TSESTree.AssignmentExpression, named: Map<string, ExportEntry>): Node | undefined {
  if (left.type !== 'MemberExpression') return undefined;
  const value = right.type === 'AssignmentExpression' ? right.right : right;
  const name = memberName(left);
  if (name === undefined) return undefined;
  if (left.object.type === 'Identifier' && left.object.name === 'module' && name === 'exports') return value;
  const isExports = left.object.type === 'Identifier' && left.object.name === 'exports';
  const isModuleExports =
    left.object.type === 'MemberExpression' &&
    left.object.object.type === 'Identifier' &&
    left.object.object.name === 'module' &&
    memberName(left.object) === 'exports';
  if (isExports || isModuleExports) named.set(name, { node: value });
  return undefined;
}

function nameOf(node: TSESTree.Identifier | TSESTree.StringLiteral | TSESTree.Expression): string {
  return node.type === 'Identifier' ? node.name : node.type === 'Literal' ? String(node.value) : '';
}
