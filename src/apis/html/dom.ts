import { argumentAt, methodCallsOf } from '../../syntax/functions.ts';
import { memberName } from '../../syntax/nodes.ts';
import { originOf } from '../../flow/origin.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf } from '../../syntax/source-file.ts';
import type { HtmlSink, HtmlSinkApi } from './html-sink-api.ts';
import { isInert } from './inert.ts';

/** The argument that is HTML, by method. */
const METHODS: Readonly<Record<string, number>> = {
  insertAdjacentHTML: 1,
  createContextualFragment: 0,
  setHTMLUnsafe: 0,
  bypassSecurityTrustHtml: 0,
};

/** https://html.spec.whatwg.org/multipage/dynamic-markup-insertion.html, and Angular's way around its own sanitizer. */
export const dom: HtmlSinkApi = {
  id: 'dom',
  hint: /innerHTML|outerHTML|srcdoc|insertAdjacentHTML|createContextualFragment|setHTMLUnsafe|bypassSecurityTrustHtml|\bwrite(?:ln)?\b/,
  *sinks(file) {
    yield* assigned(file);
    for (const { call, method } of methodCallsOf(file, ...Object.keys(METHODS))) {
      const html = call.type === 'CallExpression' ? argumentAt(call, METHODS[method]!) : undefined;
      if (html) yield { range: call.range, sink: method, value: { file, node: html } };
    }
    for (const { range, callee, arguments: pieces } of nodesOf(file, 'CallExpression')) {
      const sink = /^document\.write(?:ln)?$/.exec(originOf(file, callee) ?? '')?.[0];
      if (sink === undefined) continue;
      for (const node of pieces) if (node.type !== 'SpreadElement') yield { range, sink, value: { file, node } };
    }
  },
};

/** `element.innerHTML = html`, unless nothing of it comes into the page. */
function* assigned(file: SourceFile): Generator<HtmlSink> {
  for (const { left, right, operator, range } of nodesOf(file, 'AssignmentExpression')) {
    if (left.type !== 'MemberExpression' || !/^\+?=$/.test(operator)) continue;
    const sink = memberName(left) ?? '';
    if (/^(?:innerHTML|outerHTML|srcdoc)$/.test(sink) && !isInert(file, left.object)) yield { range, sink, value: { file, node: right } };
  }
}
