import type { Changes } from '../edits/changes.ts';
import { quoted, styleOf } from '../edits/style.ts';
import type { Node, TSESTree } from '../syntax/nodes.ts';
import { propertyName } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { nodesOf } from '../syntax/source-file.ts';
import type { Rewrite } from './same-origin.ts';
import { rewritten } from './same-origin.ts';

/** The origin of the page, where an address may not be empty: for `new URL()`, and where an empty one counts as none. */
const OWN_ORIGIN = 'window.location.origin';

/** A file of a front end, parsed when its text says that it matters. */
export interface PageFile {
  readonly text: string;
  /** Undefined for what runs on a server. */
  readonly parsed: () => SourceFile | undefined;
}

/** Has pages ask their own host, which passes requests on: wherever the API's address stands in them, in a file of constants too. */
export function askOwnHost(pages: readonly PageFile[], rewrite: Rewrite, changesOf: (file: SourceFile) => Changes): void {
  const texts = pages.map(({ text }) => text);
  for (const page of pages) {
    const file = page.text.includes(rewrite.target) ? page.parsed() : undefined;
    if (!file) continue;
    for (const node of nodesOf(file, 'Literal')) {
      if (typeof node.value !== 'string' || !isBelow(rewrite, node.value)) continue;
      const changes = changesOf(file);
      const address = rewritten(rewrite, node.value);
      if (!changes.isGone(node))
        changes.replace(node, address === '' && needsOrigin(node, texts) ? OWN_ORIGIN : quoted(styleOf(file), address));
    }
    for (const node of nodesOf(file, 'TemplateElement')) {
      const template = node.parent as TSESTree.TemplateLiteral;
      if (!isBelow(rewrite, node.value.raw) || template.quasis[0] !== node) continue;
      const changes = changesOf(file);
      if (!changes.isGone(template)) changes.replace(node, templateText(file, node, rewritten(rewrite, node.value.raw)));
    }
  }
}

/** Whether an address is the API's, and not one of a host whose name only begins alike. */
function isBelow({ target }: Rewrite, address: string): boolean {
  return address.startsWith(target) && /^(?:[/?#]|$)/.test(address.slice(target.length));
}

/** Whether an address is tested for being there, or handed to what takes no relative one: `API || 'http://localhost:5000'`. */
function needsOrigin(node: Node, texts: readonly string[]): boolean {
  const { parent } = node;
  if (parent?.type === 'LogicalExpression' && parent.left === node) return true;
  if (parent?.type === 'NewExpression') return true;
  const name = nameOf(node);
  if (name === undefined) return false;
  const word = String.raw`(?<![\w$])${name.replaceAll('$', String.raw`\$`)}(?![\w$])`;
  const tested = new RegExp(String.raw`${word}\s*(?:\|\||&&|\?(?![.?]))|(?:!|\bif\s*\()\s*(?:[\w$]+\.)*${word}(?!\s*[.(\[])`);
  const joined = new RegExp(String.raw`\bnew URL\([^;\n]*${word}`);
  return texts.some((text) => tested.test(text) || joined.test(text));
}

/** Expressions whose value an address in them may be. */
const IN_PLACE: ReadonlySet<string> = new Set(['LogicalExpression', 'ConditionalExpression']);

/** What an address is kept as: a variable or a member, perhaps where a setting of the environment is missing. */
function nameOf(node: Node): string | undefined {
  const { parent } = node;
  if (parent && IN_PLACE.has(parent.type)) return nameOf(parent);
  if (parent?.type === 'Property' || parent?.type === 'PropertyDefinition') return propertyName(parent);
  const target = targetOf(parent);
  const named = target?.type === 'MemberExpression' && !target.computed ? target.property : target;
  return named?.type === 'Identifier' ? named.name : undefined;
}

function targetOf(node: Node | undefined): Node | undefined {
  if (node?.type === 'VariableDeclarator') return node.id;
  return node?.type === 'AssignmentExpression' ? node.left : undefined;
}

/** A template's text with the marks that its range has around it. */
function templateText(file: SourceFile, node: Node, text: string): string {
  const written = file.text.slice(...node.range);
  return `${/^[`}]/.exec(written)?.[0] ?? ''}${text}${/(?:`|\$\{)$/.exec(written)?.[0] ?? ''}`;
}
