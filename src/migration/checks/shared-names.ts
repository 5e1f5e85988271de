import { pagesOf } from '../../project/pages.ts';
import type { Node } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf } from '../../syntax/source-file.ts';
import type { PlannedProject, PlannedSource } from './check.ts';

/** A place at which a script uses what another does not declare any more. */
interface MissedName {
  readonly file: SourceFile;
  readonly node: Node;
  readonly name: string;
  readonly declaredBy: string;
}

/** Where classic scripts and pages still use names that another script of the page declared, and that are gone. */
export function* missedNames({ sources, project }: PlannedProject): Generator<MissedName> {
  const pages = pagesOf(project);
  for (const source of sources) {
    const gone = goneFrom(source);
    if (gone.size === 0) continue;
    const beside = new Set([source.path, ...[...pages.besideOn(source.path).values()].flat()]);
    for (const path of beside) {
      const file = project.file(path);
      if (!file) continue;
      for (const { name, node } of usesIn(file, path !== source.path))
        if (gone.has(name) && !file.links?.global?.(file, name)) yield { file, node, name, declaredBy: source.name };
    }
  }
}

/** The names that a script declared for others and declares no more. */
function goneFrom({ before, after }: PlannedSource): ReadonlySet<string> {
  if (!before || before.links?.isShared?.(before) !== true) return new Set();
  const now = namesAtTop(after);
  return new Set([...namesAtTop(before)].filter((name) => !now.has(name)));
}

function namesAtTop({ scopes }: SourceFile): ReadonlySet<string> {
  return new Set(scopes.globalScope?.variables.map(({ name }) => name));
}

/** The names that a file uses and does not declare; and those that it calls in pieces of pages that it writes: `'<a onclick="out()">'`. */
function usesIn(file: SourceFile, withOwn: boolean): { readonly name: string; readonly node: Node }[] {
  const own = withOwn
    ? (file.scopes.globalScope?.through ?? []).flatMap(({ identifier }) =>
        identifier.type === 'Identifier' ? [{ name: identifier.name, node: identifier }] : [],
      )
    : [];
  const texts = [
    ...nodesOf(file, 'Literal').flatMap((node) => (typeof node.value === 'string' ? [{ node: node, text: node.value }] : [])),
    ...nodesOf(file, 'TemplateElement').map((node) => ({ node: node, text: node.value.raw })),
  ];
  const written = texts.flatMap(({ node, text }) =>
    /\bon[a-z]+\s*=/i.test(text) ? [...text.matchAll(/([$\w]+)\s*\(/g)].map(([, name = '']) => ({ name, node })) : [],
  );
  return [...own, ...written];
}
