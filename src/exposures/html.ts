import { htmlSinks } from '../apis/html/index.ts';
import type { HtmlSink } from '../apis/html/index.ts';
import { sanitizers } from '../apis/sanitizers/index.ts';
import { splitWords } from '../credentials/words.ts';
import { mentioned } from '../syntax/hints.ts';
import type { Step } from '../syntax/bindings.ts';
import { bindingOf, readsOf, valuesOf, variableOf } from '../syntax/bindings.ts';
import { stateHookOf } from '../flow/state-hooks.ts';
import type { Place } from '../flow/resolve.ts';
import { resolveValue } from '../flow/resolve.ts';
import { argumentAt, calleeName, returnsOf } from '../syntax/functions.ts';
import { calledFunction } from '../flow/calls.ts';
import type { ByType } from '../syntax/by-type.ts';
import { byType } from '../syntax/by-type.ts';
import type { Node, TSESTree } from '../syntax/nodes.ts';
import { bare, isFunction, memberName } from '../syntax/nodes.ts';
import { originOf } from '../flow/origin.ts';
import { isNamedBy } from '../flow/own-names.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { perFile } from '../syntax/source-file.ts';
import { dataValuesOf, declaredOutside, inComponent } from './component-names.ts';
import type { HtmlExposure } from './exposure.ts';
import { textsOfList, textsOfTable } from './written-texts.ts';
import { either } from '../credentials/alternatives.ts';

/** Text without which nothing is written as HTML. */
export const HTML_HINT = either(
  [
    /innerHTML/,
    /outerHTML/,
    /srcdoc/,
    /insertAdjacentHTML/,
    /createContextualFragment/,
    /setHTMLUnsafe/,
    /bypassSecurityTrustHtml/,
    /\.write/,
    /v-html/,
    /\{@html/,
    /set:html/,
  ],
  'i',
);

const sinkApisIn = mentioned(htmlSinks);

/** Texts that become HTML although they are neither constant nor sanitized. */
export const htmlExposures = perFile((file): readonly HtmlExposure[] => {
  if (isMinified(file)) return [];
  const found = new Map<number, HtmlExposure>();
  for (const api of sinkApisIn(file)) {
    for (const sink of api.sinks(file))
      if (!isHarmless(sink)) found.set(sink.range[0], { kind: 'unsanitized-html', file, range: sink.range, sink: sink.sink });
  }
  return [...found.values()];
});

/** A library that somebody copied in is not what people here write. */
function isMinified({ text }: SourceFile): boolean {
  return text.length > 5000 && text.length / text.split('\n').length > 300;
}

function isHarmless({ value, holds }: HtmlSink): boolean {
  return value !== undefined && isSafe(value, holds, 8);
}

/** Methods that keep a safe text safe. */
const SAME_TEXT = /^(?:toString|trim|trimStart|trimEnd|concat|join|replace|replaceAll|slice|toLowerCase|toUpperCase|valueOf)$/;

/** Functions whose result is what they are given, or what the function that they are given returns. */
const PASSES =
  /^(?:String|useMemo|computed|ref|shallowRef|createMemo|memo|unref|\$derived|derived|useState|trustAsHtml|bypassSecurityTrustHtml)$/;

/** Functions that give a text of the app's own by its key: vue-i18n, i18next, ngx-translate, gettext, extensions. */
const TRANSLATES = /^(?:\$?t[ec]?|translate|instant|n?gettext|__|_t|trans|localize|getMessage)$/;

/** Functions that write data so that no tag can end it: serialize-javascript, devalue, htmlescape. */
const SERIALIZER = /^(?:serialize-javascript#|devalue#(?:uneval|stringify)?|htmlescape#)$/;

/** What the element holds in which the text is written, where that is no markup. */
type Holds = HtmlSink['holds'];

/** Whether a text is constant, made of constants, or has gone through a sanitizer. */
function isSafe({ file, node }: Place, holds: Holds, depth: number): boolean {
  if (depth <= 0) return false;
  const inner = bare(node);
  if (holds === 'styles' && isRule(inner)) return true;
  const pieces = byType(PIECES, inner);
  const within = isDataElement(inner) ? 'data' : holds;
  if (pieces) return pieces.every((one) => one !== null && one.type !== 'SpreadElement' && isSafe({ file, node: one }, within, depth - 1));
  switch (inner.type) {
    case 'CallExpression':
      return isSafeCall(file, inner, holds, depth);
    case 'Identifier':
      return inner.name === 'undefined' || isSaidSafe(inner.name) || isSafeVariable(file, inner, holds, depth);
    case 'MemberExpression':
      return isSafeMember(file, inner, holds, depth);
    default:
      return false;
  }
}

/** A rule of a style sheet that is written here, whatever colours and sizes are put into it. */
function isRule(node: Node): boolean {
  const template = node.type === 'TaggedTemplateExpression' ? node.quasi : node;
  return template.type === 'TemplateLiteral' && template.quasis.some(({ value }) => /[{};]\s*[\w-]*|[\w-]\s*:/.test(value.raw));
}

/** The pieces of which a text is made: it is safe when all of them are. Numbers, comparisons and what has no pieces cannot be HTML. */
const PIECES: ByType<readonly (Node | null)[]> = {
  Literal: () => [],
  UnaryExpression: () => [],
  TemplateLiteral: ({ expressions }) => expressions,
  TaggedTemplateExpression: ({ quasi }) => quasi.expressions,
  BinaryExpression: ({ operator, left, right }) => (operator === '+' ? [left, right] : []),
  ConditionalExpression: ({ consequent, alternate }) => [consequent, alternate],
  LogicalExpression: ({ operator, left, right }) => (operator === '&&' ? [right] : [left, right]),
  ArrayExpression: ({ elements }) => elements,
  ObjectExpression: ({ properties }) => properties.map((one) => (one.type === 'Property' ? one.value : null)),
};

/** A script of data that is written as a text: `<script type="application/ld+json">${JSON.stringify(data)}</script>`. */
function isDataElement(node: Node): boolean {
  return node.type === 'TemplateLiteral' && /^\s*<script\s[^>]*json["'][^>]*>\s*$/.test(node.quasis[0]?.value.raw ?? '');
}

/** Whether a call is of a library that makes HTML safe: then whatever it gives is. */
function isOfSanitizer(file: SourceFile, node: Node): boolean {
  if (node.type !== 'CallExpression') return false;
  const [origin, name] = [originOf(file, node.callee) ?? '', calleeName(node) ?? ''];
  return sanitizers.some((one) => (one.calls.test(origin) || one.methods?.test(name)) && !one.unless?.test(file.text));
}

function isSafeCall(file: SourceFile, call: TSESTree.CallExpression, holds: Holds, depth: number): boolean {
  const name = calleeName(call) ?? '';
  if (makesSafe(file, call, name)) return true;
  const safe = (node: Node): boolean => isSafe({ file, node }, holds, depth - 1);
  const first = argumentAt(call, 0);
  if (name === 'stringify') return holds === 'data' || (first !== undefined && safe(first));
  // $t('greeting'): a text of the app's own, in the language of who reads it.
  if (first && TRANSLATES.test(name) && call.arguments.length === 1) return safe(first);
  const each = forEachItem(call, name);
  if (each) return returnsSafe(resolveValue({ file, node: each }), holds, depth);
  if (call.callee.type === 'MemberExpression' && SAME_TEXT.test(name)) return isSafeText(call, call.callee.object, name, safe);
  if (first && PASSES.test(name)) return isFunction(first) ? returnsSafe({ file, node: first }, holds, depth) : safe(first);
  return isSafeResult(file, call, holds, depth);
}

/** `text.trim()`, `text.replace(pattern, other)`: a text that is safe, and what is put into it. */
function isSafeText(call: TSESTree.CallExpression, text: Node, name: string, safe: (node: Node) => boolean): boolean {
  return isEscaped(call) || (safe(text) && putIn(call, name).every((one) => isFunction(one) || safe(one)));
}

/** What makes a text of each item: ``items.map((item) => `<li>${escape(item)}</li>`).join('')``, `Array.from(items, toRow)`. */
function forEachItem(call: TSESTree.CallExpression, name: string): Node | undefined {
  if (call.callee.type !== 'MemberExpression') return undefined;
  return /^(?:map|flatMap)$/.test(name) ? argumentAt(call, 0) : name === 'from' ? argumentAt(call, 1) : undefined;
}

/** What a function of the app returns. */
function isSafeResult(file: SourceFile, call: TSESTree.CallExpression, holds: Holds, depth: number): boolean {
  const called = calledFunction(file, call) ?? inComponent(file, call.callee);
  return called !== undefined && returnsSafe(called, holds, depth);
}

/** Whether a call is of a sanitizer: one that we know, one that the settings name, one by what it is called. */
function makesSafe(file: SourceFile, call: TSESTree.CallExpression, name: string): boolean {
  return (
    isOfSanitizer(file, call) ||
    isNamedBy(file, call.callee, file.settings.sanitizers) ||
    isSaidSafe(name) ||
    SERIALIZER.test(originOf(file, call.callee) ?? '')
  );
}

/** What a method puts into a text: of a replacement what is put in, and not what is looked for. */
function putIn(call: TSESTree.CallExpression, name: string): readonly Node[] {
  return /^replace(?:All)?$/.test(name) ? call.arguments.slice(1) : call.arguments;
}

/** `JSON.stringify(data).replace(/</g, '\\u003c')`: what cannot open a tag. */
function isEscaped(call: TSESTree.CallExpression): boolean {
  const first = argumentAt(call, 0);
  return (
    /^replace(?:All)?$/.test(calleeName(call) ?? '') &&
    first?.type === 'Literal' &&
    ('regex' in first
      ? /^\[?[<>&\]]/.test(first.regex.pattern) && first.regex.flags.includes('g')
      : first.value === '<' && calleeName(call) === 'replaceAll')
  );
}

function returnsSafe({ file, node }: Place, holds: Holds, depth: number): boolean {
  const returned = isFunction(node) ? returnsOf(node) : [];
  return returned.length > 0 && returned.every((one) => isSafe({ file, node: one }, holds, depth - 1));
}

/** `sanitizedBody`, `escapeHtml(text)`, `safeHtml`: by what it is called. */
function isSaidSafe(name: string): boolean {
  const words = splitWords(name);
  return (
    words.some((word) => /^(?:saniti[sz]|purif|escape)/.test(word)) ||
    (words.includes('safe') && words.includes('html') && !words.includes('not'))
  );
}

function isSafeVariable(file: SourceFile, node: TSESTree.Identifier, holds: Holds, depth: number): boolean {
  const variable = variableOf(file, node) ?? declaredOutside(file, node);
  if (!variable) return isSafeInComponent(file, node, holds, depth);
  const binding = bindingOf(variable);
  if (binding.kind === 'import') return isSafeImport(file, node, variable.identifiers[0], binding.source, holds, depth);
  if (binding.kind === 'value' && binding.path.length > 0) {
    // const [html] = useState('')
    const value = resolveValue({ file, node });
    return (
      isOfSanitizer(file, bare(binding.init)) ||
      (value.node !== node && isSafe(value, holds, depth - 1)) ||
      isSafeState(file, bare(binding.init), binding.path[0], holds, depth)
    );
  }
  if (isGivenSafe(file, node)) return true;
  const values = valuesOf(variable);
  return binding.kind !== 'parameter' && values.length > 0 && values.every((one) => isSafe({ file, node: one }, holds, depth - 1));
}

/** A state that is set to nothing but safe texts: `setHtml(await codeToHtml(code))`, `codeToHtml(code).then(setHtml)`. */
function isSafeState(file: SourceFile, init: Node, part: Step, holds: Holds, depth: number): boolean {
  const hook = init.type === 'CallExpression' ? stateHookOf(file, init) : undefined;
  const pattern = init.parent?.type === 'VariableDeclarator' ? init.parent.id : undefined;
  if (hook?.setter === undefined || hook.state !== part || pattern?.type !== 'ArrayPattern') return false;
  const safe = (node: Node): boolean => isSafe({ file, node }, holds, depth - 1);
  const setter = pattern.elements[Number(hook.setter)];
  const variable = setter && variableOf(file, setter);
  return variable != null && (!hook.initial || safe(hook.initial)) && readsOf(variable).every((use) => setsSafe(file, use, safe));
}

/** Whether what a setter is given where it is read is safe. In a list of what an effect depends on it is given nothing. */
function setsSafe(file: SourceFile, use: Node, safe: (node: Node) => boolean): boolean {
  const { parent } = use;
  if (parent?.type === 'ArrayExpression') return true;
  if (parent?.type !== 'CallExpression') return false;
  if (parent.callee === use) return parent.arguments.every(safe);
  return calleeName(parent) === 'then' && parent.callee.type === 'MemberExpression' && isOfSanitizer(file, bare(parent.callee.object));
}

/** A name that a template takes from its component. */
function isSafeInComponent(file: SourceFile, node: TSESTree.Identifier, holds: Holds, depth: number): boolean {
  const member = inComponent(file, node);
  const held = member ? undefined : dataValuesOf(file, node.name);
  if (held) return held.every((one) => isSafe({ file, node: one }, holds, depth - 1));
  return member !== undefined && (isFunction(member.node) ? returnsSafe(member, holds, depth) : isSafe(member, holds, depth - 1));
}

/** What is imported: a text that the build reads from a file, a constant of another module. */
function isSafeImport(
  file: SourceFile,
  node: TSESTree.Identifier,
  declared: Node | undefined,
  source: string,
  holds: Holds,
  depth: number,
): boolean {
  if (/[?&](?:raw|inline|url)\b|\.(?:svg|css|html|txt)$/.test(source)) return true;
  const value = resolveValue({ file, node: declared ?? node });
  // A constant of another file that is not to be seen.
  return value.node === node || value.file === file ? /^[A-Z][A-Z\d_]*$/.test(node.name) : isSafe(value, holds, depth - 1);
}

/** `mermaid.render(id, text).then(({ svg }) => …)`. */
function isGivenSafe(file: SourceFile, node: Node): boolean {
  const variable = variableOf(file, node);
  const binding = variable && bindingOf(variable);
  if (binding?.kind !== 'parameter') return false;
  const { parent } = binding.fn;
  return (
    binding.index === 0 &&
    parent.type === 'CallExpression' &&
    calleeName(parent) === 'then' &&
    parent.callee.type === 'MemberExpression' &&
    isOfSanitizer(file, bare(parent.callee.object))
  );
}

function isSafeMember(file: SourceFile, node: TSESTree.MemberExpression, holds: Holds, depth: number): boolean {
  const name = memberName(node);
  if (name !== undefined && isSaidSafe(name)) return true;
  // What is HTML already has been read once.
  if (name === 'innerHTML' || name === 'outerHTML') return true;
  if (name === 'value' || name === 'current') return isSafe({ file, node: node.object }, holds, depth - 1);
  const holder = resolveValue({ file, node: node.object });
  if (isOfSanitizer(holder.file, holder.node) || isGivenSafe(file, holder.node)) return true;
  const value = resolveValue({ file, node });
  const each = value.node === node ? (textsOfList(file, node) ?? textsOfTable(file, node)) : undefined;
  if (each) return each.every((one) => isSafe(one, holds, depth - 1));
  return value.node !== node && (isFunction(value.node) ? returnsSafe(value, holds, depth) : isSafe(value, holds, depth - 1));
}
