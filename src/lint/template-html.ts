import type { SourceCode } from 'eslint';
import type { Node, Range } from '../syntax/nodes.ts';
import type { TemplateHtml } from '../syntax/source-file.ts';

/** What vue-eslint-parser, svelte-eslint-parser and astro-eslint-parser make of a template, as far as it is read here. */
interface TemplateNode {
  readonly type: string;
  readonly range: Range;
  readonly kind?: string;
  readonly expression?: Node | null;
  readonly children?: readonly TemplateNode[];
  /** An attribute's, of Astro. */
  readonly name?: { readonly type: string; readonly namespace?: { readonly name: string }; readonly name: { readonly name: string } };
  readonly value?: { readonly type: string; readonly expression?: Node } | null;
  readonly parent?: { readonly name?: { readonly name: unknown } };
  readonly startTag?: { readonly attributes: readonly VueAttribute[] };
}

interface VueAttribute {
  readonly directive: boolean;
  readonly range: Range;
  readonly key: { readonly name: { readonly name?: string } };
  readonly value: { readonly expression?: Node | null } | null;
}

/** The places in a component's template that are written as HTML, by the tree of the project's parser. */
export function templateHtmlOf({ ast, visitorKeys }: SourceCode): readonly TemplateHtml[] {
  const found: TemplateHtml[] = [];
  const { templateBody } = ast as { templateBody?: TemplateNode | null };
  if (templateBody) inVue(templateBody, found);
  else inTree(ast, visitorKeys, found);
  return found;
}

function inVue(root: TemplateNode, found: TemplateHtml[]): void {
  const stack: TemplateNode[] = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    for (const { directive, key, value, range } of node.startTag?.attributes ?? []) {
      if (directive && key.name.name === 'html' && value?.expression) found.push({ range, sink: 'v-html', expression: value.expression });
    }
    stack.push(...(node.children ?? []));
  }
}

/** Svelte's tags and Astro's attributes stand in the tree of the file itself. */
function inTree(root: TemplateNode, visitorKeys: SourceCode['visitorKeys'], found: TemplateHtml[]): void {
  const stack: TemplateNode[] = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === 'SvelteMustacheTag' && node.kind === 'raw' && node.expression)
      found.push({ range: node.range, sink: '{@html}', expression: node.expression });
    if (isSetHtml(node) && node.value?.expression) found.push({ range: node.range, sink: 'set:html', expression: node.value.expression });
    const fields = node as unknown as Readonly<Record<string, unknown>>;
    for (const key of visitorKeys[node.type] ?? []) {
      const children: readonly unknown[] = Array.isArray(fields[key]) ? fields[key] : [fields[key]];
      for (const child of children) if (typeof child === 'object' && child !== null) stack.push(child as TemplateNode);
    }
  }
}

/** `set:html={body}`; in a script it writes code, or data for one. */
function isSetHtml({ type, name, parent }: TemplateNode): boolean {
  if (type !== 'JSXAttribute' && type !== 'AstroTemplateLiteralAttribute') return false;
  return (
    name?.type === 'JSXNamespacedName' &&
    name.namespace?.name === 'set' &&
    name.name.name === 'html' &&
    parent?.name?.name !== 'script' &&
    parent?.name?.name !== 'style'
  );
}
