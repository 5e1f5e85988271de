import type { Node, TSESTree } from '../../syntax/nodes.ts';
import { propertyName } from '../../syntax/nodes.ts';
import { shapeOf } from '../../flow/objects.ts';
import type { Place } from '../../flow/resolve.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf } from '../../syntax/source-file.ts';
import type { HtmlSink, HtmlSinkApi } from './html-sink-api.ts';

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
        yield { range: node.range, sink: name, value: htmlOf(file, expression), ...heldBy(node.parent) };
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

/** A script of data and a style sheet have no markup in them. */
function heldBy({ name, attributes }: TSESTree.JSXOpeningElement): Pick<HtmlSink, 'holds'> {
  if (name.type === 'JSXIdentifier' && name.name === 'style') return { holds: 'styles' };
  const isData = attributes.some(
    (one) =>
      one.type === 'JSXAttribute' && one.name.name === 'type' && one.value?.type === 'Literal' && /json$/.test(String(one.value.value)),
  );
  return isData ? { holds: 'data' } : {};
}
