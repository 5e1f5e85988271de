import { argumentAt, methodCallsOf } from '../../syntax/functions.ts';
import { memberName } from '../../syntax/nodes.ts';
import { originOf } from '../../flow/origin.ts';
import { nodesOf } from '../../syntax/source-file.ts';
import type { HtmlSinkApi } from './html-sink-api.ts';

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
    for (const { left, right, operator, range } of nodesOf(file, 'AssignmentExpression')) {
      const sink = left.type === 'MemberExpression' && /^\+?=$/.test(operator) ? memberName(left) : undefined;
      if (sink !== undefined && /^(?:innerHTML|outerHTML|srcdoc)$/.test(sink)) yield { range, sink, value: { file, node: right } };
    }
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
