import type { Node, TSESTree } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf, positionOf } from '../../syntax/source-file.ts';
import { staticText } from '../../flow/static-text.ts';
import { callsOf } from '../../syntax/functions.ts';
import type { Check, CheckFailure, PlannedProject, PlannedSource } from './check.ts';

/** A module of the project that a file asks for, and what of it. */
interface Asked {
  readonly node: Node;
  readonly source: string;
  readonly names: readonly string[];
}

/** Every own module that is newly asked for is there, or planned, and exports what is asked of it. */
export const importsWhatIsThere: Check = {
  kind: 'imports what is there',
  stops: true,
  *run(result) {
    const removed = new Set(result.planned.filter(({ after }) => after === undefined).map((file) => file.path));
    for (const source of result.sources) yield* missingIn(source, result, removed);
    for (const file of result.concerned) {
      if (removed.size === 0 || result.project.isPlanned(file.path)) continue;
      const name = file.path.slice(result.root.length + 1);
      for (const { node, source } of askedIn(file))
        if (removed.has(file.links?.pathOf(file, source) ?? ''))
          yield failure(file, name, node, `it imports ${source}, which is planned to go`);
    }
  },
};

function* missingIn(
  { before, after, name }: PlannedSource,
  { project }: PlannedProject,
  removed: ReadonlySet<string>,
): Generator<CheckFailure> {
  const known = new Set((before ? askedIn(before) : []).flatMap(({ source, names }) => names.map((one) => `${source}\0${one}`)));
  for (const { node, source, names } of askedIn(after)) {
    const target = after.links?.pathOf(after, source);
    if (target === undefined ? isNew(source, known) : removed.has(target))
      yield failure(after, name, node, `it imports ${source}, which is not there`);
    else if (target !== undefined && project.isPlanned(target))
      for (const one of names)
        if (one !== '*' && !after.links?.exported(after, source, one) && !(before && wasMissing(before, source, one)))
          yield failure(after, name, node, `it imports ${one} of ${source}, which has no such export`);
  }
}

/** Whether a file asked for a name before that its module did not export then either: the app is as it was. */
function wasMissing(before: SourceFile, source: string, name: string): boolean {
  const { links } = before;
  const asked = askedIn(before).some((one) => one.source === source && one.names.includes(name));
  return asked && links?.pathOf(before, source) !== undefined && !links.exported(before, source, name);
}

function isNew(source: string, known: ReadonlySet<string>): boolean {
  return ![...known].some((one) => one.startsWith(`${source}\0`));
}

function failure(file: SourceFile, name: string, node: Node, text: string): CheckFailure {
  return { kind: 'imports what is there', file: name, line: positionOf(file, node.range[0]).line, text };
}

/** The relative modules that a file asks for by `import`, `export … from` and `require`. */
function askedIn(file: SourceFile): Asked[] {
  const imports = nodesOf(file, 'ImportDeclaration').map((node) => ({
    node,
    source: node.source.value,
    names: node.specifiers.map(importedName),
  }));
  const exports = nodesOf(file, 'ExportNamedDeclaration').flatMap((node) =>
    node.source ? [{ node, source: node.source.value, names: node.specifiers.map(({ local }) => nameOf(local)) }] : [],
  );
  const required = callsOf(file).flatMap((node) => {
    const [first] = node.arguments;
    if (node.callee.type !== 'Identifier' || node.callee.name !== 'require' || !first) return [];
    const source = staticText(file, first);
    return source === undefined ? [] : [{ node, source, names: destructuredNames(node.parent) }];
  });
  return [...imports, ...exports, ...required].filter(({ source }) => source.startsWith('.'));
}

function importedName(specifier: TSESTree.ImportClause): string {
  if (specifier.type === 'ImportSpecifier') return nameOf(specifier.imported);
  return specifier.type === 'ImportDefaultSpecifier' ? 'default' : '*';
}

function nameOf(node: Node): string {
  return node.type === 'Identifier' ? node.name : node.type === 'Literal' ? String(node.value) : '*';
}

/** `const { a, b } = require('./x')`: `a` and `b`. */
function destructuredNames(parent: Node | undefined): string[] {
  if (parent?.type !== 'VariableDeclarator' || parent.id.type !== 'ObjectPattern') return ['*'];
  return parent.id.properties.map((one) => (one.type === 'Property' && !one.computed ? nameOf(one.key) : '*'));
}
