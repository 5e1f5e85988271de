import type { Node, TSESTree } from '../../syntax/nodes.ts';
import { propertyName } from '../../syntax/nodes.ts';
import { shapeOf } from '../../flow/objects.ts';
import type { Place } from '../../flow/resolve.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf } from '../../syntax/source-file.ts';
import type { HtmlSinkApi } from './html-sink-api.ts';

/** React's `dangerouslySetInnerHTML` (https://react.dev/reference/react-dom/components/common) and Solid's `innerHTML`. */
export const jsx: HtmlSinkApi = {
  id: 'jsx',
  hint: /dangerouslySetInnerHTML|innerHTML/,
  *sinks(file) {
    for (const node of nodesOf(file, 'JSXAttribute')) {
      const name = node.name.type === 'JSXIdentifier' ? node.name.name : '';
      if (node.value?.type !== 'JSXExpressionContainer') continue;
      const { expression } = node.value;
      if (name === 'dangerouslySetInnerHTML')
        yield { range: node.range, sink: name, value: htmlOf(file, expression), isData: isDataScript(node.parent) };
      if (name === 'innerHTML') yield { range: node.range, sink: name, value: { file, node: expression } };
    }
    for (const property of nodesOf(file, 'Property')) {
      // createElement('p', { dangerouslySetInnerHTML: { __html } })
      if (property.parent.type === 'ObjectExpression' && propertyName(property) === 'dangerouslySetInnerHTML')
        yield { range: property.range, sink: 'dangerouslySetInnerHTML', value: htmlOf(file, property.value) };
    }
  },
};

function htmlOf(file: SourceFile, node: Node): Place | undefined {
  const html = shapeOf({ file, node })?.entries.get('__html');
  return html && { file: html.file, node: html.value };
}

function isDataScript({ attributes }: TSESTree.JSXOpeningElement): boolean {
  return attributes.some(
    (one) =>
      one.type === 'JSXAttribute' && one.name.name === 'type' && one.value?.type === 'Literal' && /json$/.test(String(one.value.value)),
  );
}
