import { nodesOf } from '../../syntax/source-file.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import type { Node, TSESTree } from '../../syntax/nodes.ts';
import { whole } from '../../credentials/alternatives.ts';
import { originOf } from '../../flow/origin.ts';

/** A value in an attribute of an element that a tagged template writes: `` html`<a href="/x?t=${token}">` ``. */
export interface WrittenAttribute {
  readonly template: TSESTree.TemplateLiteral;
  /** The attribute's name as written: `href`, `data-token`. */
  readonly name: string;
  /** What the attribute's value says before the value. */
  readonly before: string;
  readonly value: Node;
}

/** What writes elements of its template: https://lit.dev/docs/templates/expressions/, and those made after it. */
const MODULES = whole(`
  lit lit-html lit-element @polymer/lit-element @microsoft/fast-element htm/preact htm/react uhtml lighterhtml haunted hybrids
`);

/** An attribute that has begun: its name, and what its value says so far. */
const BEGUN = /[\s"'](?<name>[a-z_][\w:.-]*)=(?:"(?<double>[^"]*)|'(?<single>[^']*)|(?<plain>[^\s"'>]*))$/i;

/** The values that templates put into attributes. Properties (`.token=`) and listeners (`@click=`) of Lit are none. */
export function* writtenAttributes(file: SourceFile): Generator<WrittenAttribute> {
  for (const { tag, quasi } of nodesOf(file, 'TaggedTemplateExpression')) {
    if (!isMarkup(file, tag)) continue;
    let text = '';
    for (const [i, value] of quasi.expressions.entries()) {
      text += quasi.quasis[i]!.value.raw;
      const { name, double, single, plain } = BEGUN.exec(text)?.groups ?? {};
      if (name !== undefined) yield { template: quasi, name, before: double ?? single ?? plain ?? '', value };
      text += '\0';
    }
  }
}

function isMarkup(file: SourceFile, tag: Node): boolean {
  const origin = originOf(file, tag);
  const [, source = '', name] = /^([^#]+)#(html|svg)$/.exec(origin ?? '') ?? [];
  // The parts of a package, as `lit/static-html.js`, have the same tags.
  return name !== undefined && (MODULES.test(source) || MODULES.test(source.replace(/\/[\w./-]+$/, '')));
}
