import { Graph, layout } from '@dagrejs/dagre';
import { counted } from './counted.ts';
import { htmlOf } from './html.ts';
import type { MapEdge, MapNode, TokenMap } from './token-map.ts';
import { inWords } from './token-map.ts';

/** Pixels that a character of a box takes, at the size that the page's style sets for it. */
const CHARACTER = 7.3;
const HEIGHT = 34;

/** Characters of a label that are shown. */
const LONGEST = 34;

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/**
 * A map as an SVG element of an HTML page, whose style gives its colours; the layout is that of layered graphs.
 *
 * @param hrefOf Where the findings of a box stand on the page.
 */
export function tokenMapPicture({ nodes, edges }: TokenMap, hrefOf: (node: MapNode) => string | undefined): string {
  const graph = new Graph();
  graph.setGraph({ rankdir: 'LR', nodesep: 14, ranksep: 44, marginx: 12, marginy: 12 });
  for (const node of nodes) graph.setNode(node.id, { width: shortened(node.label).length * CHARACTER + 28, height: HEIGHT });
  for (const { from, to } of edges) graph.setEdge(from, to, {});
  layout(graph);
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  const drawn = [
    ...edges.map((edge) => drawnEdge(edge, (graph.edge(edge.from, edge.to) as { points: readonly Point[] }).points)),
    ...nodes.map((node) => drawnNode(node, graph.node(node.id) as Box, hrefOf(node))),
  ];
  const size = `width="${round(width)}" height="${round(height)}" viewBox="0 0 ${round(width)} ${round(height)}"`;
  return `<svg class="map" ${size} role="group" aria-label="How credentials go through the app; the same in words stands below">
<defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto-start-reverse">
<path d="M0 0L8 4L0 8z"/></marker></defs>
${drawn.join('\n')}
</svg>`;
}

function drawnEdge(edge: MapEdge, points: readonly Point[]): string {
  const way = points.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('');
  return `<path class="way" d="${way}" marker-end="url(#arrow)"><title>${htmlOf(inWords(edge))}</title></path>`;
}

function drawnNode({ kind, label, findings }: MapNode, { x, y, width, height }: Box, href: string | undefined): string {
  const [left, top] = [x - width / 2, y - height / 2];
  const badge =
    findings === 0
      ? ''
      : `<circle cx="${round(left + width)}" cy="${round(top)}" r="9"/>` +
        `<text class="count" x="${round(left + width)}" y="${round(top + 4)}">${String(findings)}</text>`;
  const said = findings === 0 ? label : `${label}: ${counted(findings, 'finding')}`;
  const group =
    `<g class="${kind}"><title>${htmlOf(said)}</title>` +
    `<rect x="${round(left)}" y="${round(top)}" width="${round(width)}" height="${round(height)}" rx="${kind === 'files' ? '4' : '17'}"/>` +
    `<text x="${round(x)}" y="${round(y + 4)}">${htmlOf(shortened(label))}</text>${badge}</g>`;
  return href === undefined ? group : `<a href="${htmlOf(href)}">${group}</a>`;
}

/** A path's last two names tell files apart for most readers; the title has it whole. */
function shortened(path: string): string {
  const label = /(?:[^/]+\/)?[^/]+\/?$/.exec(path)?.[0] ?? path;
  return label.length <= LONGEST ? label : `…${label.slice(label.length - LONGEST + 1)}`;
}

function round(value: number): string {
  return String(Math.round(value * 10) / 10);
}
