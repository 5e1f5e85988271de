import { argumentAt, calleeName } from '../../syntax/functions.ts';
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
    for (const node of nodesOf(file, 'CallExpression')) {
      const name = calleeName(node) ?? '';
      const at = node.callee.type === 'MemberExpression' && Object.hasOwn(METHODS, name) ? METHODS[name]! : undefined;
      const html = at === undefined ? undefined : argumentAt(node, at);
      if (html) yield { range: node.range, sink: name, value: { file, node: html } };
      if (!/^document\.write(?:ln)?$/.test(originOf(file, node.callee) ?? '')) continue;
      for (const argument of node.arguments)
        if (argument.type !== 'SpreadElement') yield { range: node.range, sink: `document.${name}`, value: { file, node: argument } };
    }
  },
};
