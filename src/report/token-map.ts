import { counted } from './counted.ts';
import type { ScanFinding } from './scan-result.ts';

/** A file, a folder that stands for its files, or a place where a script gets at a credential. */
export interface MapNode {
  readonly id: string;
  readonly kind: 'files' | 'exposure';
  readonly label: string;
  /** How many findings there are in the files. */
  readonly findings: number;
}

/** A way that a credential takes, and by how many findings it was seen. */
export interface MapEdge {
  readonly from: string;
  readonly to: string;
  readonly count: number;
}

/** How credentials go through an app: from file to file, and into and out of the places where scripts get at them. */
export interface TokenMap {
  readonly nodes: readonly MapNode[];
  readonly edges: readonly MapEdge[];
  /** Whether boxes stand for folders. */
  readonly isByFolder: boolean;
}

/** More boxes than these are not to be read: folders are drawn then. */
const MOST_FILES = 30;

/** Where a credential that a rule reports is within reach. Rules that are missing report no place to which a credential goes. */
const EXPOSURES: Readonly<Record<string, (finding: ScanFinding) => string | undefined>> = {
  'no-token-in-browser-storage': stored,
  'no-token-in-native-storage': stored,
  'no-token-in-persisted-state': stored,
  'no-script-readable-token-cookie': () => 'cookies that scripts read',
  'no-client-bearer-token': ({ data }) => (data['header'] === undefined ? data['slot'] : `${data['header']} header`),
  'no-token-in-response-body': ({ data }) => (data['header'] === undefined ? 'bodies of answers' : `${data['header']} of answers`),
  'no-token-in-url': () => 'addresses',
  'no-token-from-url': () => 'addresses',
  'no-token-in-log': () => 'logs',
  'no-token-in-message': () => 'messages to windows',
  'no-token-on-global': () => 'window',
  'no-token-in-client-session': () => 'the session of NextAuth',
  'no-token-in-page-props': () => 'props of pages',
};

function stored({ data }: ScanFinding): string {
  const key = /\bkey ('[^']+')/.exec(data['reason'] ?? '')?.[1];
  return [data['storage'] ?? 'stored state', ...(key === undefined ? [] : [key])].join(' ');
}

/** Draws up the map of what was found. Files that no credential goes to or comes from are not in it. */
export function tokenMap(findings: readonly ScanFinding[]): TokenMap {
  const files = [...new Set(findings.flatMap(({ file, flow }) => [file, ...flow.map((place) => place.file)]))];
  const isByFolder = files.length > MOST_FILES;
  const depth = isByFolder ? depthFor(files) : undefined;
  const boxOf = (file: string): string => (depth === undefined ? file : folderOf(file, depth));
  const edges = new Map<string, MapEdge>();
  for (const [from, to] of findings.flatMap((finding) => waysOf(finding, boxOf))) {
    const key = JSON.stringify([from, to]);
    edges.set(key, { from, to, count: (edges.get(key)?.count ?? 0) + 1 });
  }
  const ids = new Set(Array.from(edges.values(), ({ from, to }) => [from, to]).flat());
  const countOf = (id: string): number => findings.filter(({ file }) => boxOf(file) === id).length;
  return {
    nodes: Array.from(ids, (id) => ({
      id,
      kind: id.startsWith(NO_PATH) ? ('exposure' as const) : ('files' as const),
      label: id.replace(NO_PATH, ''),
      findings: countOf(id),
    })),
    edges: [...edges.values()],
    isByFolder,
  };
}

/** What the ids of places begin with that are no files. */
const NO_PATH = '\0';

/** A way in words: `src/login.js to localStorage 'token': 2 findings`. */
export function inWords({ from, to, count }: MapEdge): string {
  return `${from} to ${to}: ${counted(count, 'finding')}`.replaceAll(NO_PATH, '');
}

/** The steps that a finding's credential takes from box to box, and into or out of the place where it is within reach. */
function waysOf(finding: ScanFinding, boxOf: (file: string) => string): [from: string, to: string][] {
  const boxes = [...finding.flow, finding].map(({ file }) => boxOf(file));
  const last = boxes.at(-1)!;
  const label = EXPOSURES[finding.rule]?.(finding);
  const steps = boxes.slice(1).map((to, i): [string, string] => [boxes[i]!, to]);
  if (label !== undefined) steps.push(COMES_OUT.test(finding.messageId) ? [NO_PATH + label, last] : [last, NO_PATH + label]);
  return steps.filter(([from, to]) => from !== to);
}

/** What messages say where a credential comes out of a place within reach, and does not go there. */
const COMES_OUT = /^(?:read|taken)$/;

/** How deep folders are told apart: as deep as leaves few enough of them. */
function depthFor(files: readonly string[]): number {
  const most = Math.max(...files.map((file) => file.split('/').length - 1));
  for (let depth = most; depth > 1; depth--) if (new Set(files.map((file) => folderOf(file, depth))).size <= MOST_FILES) return depth;
  return 1;
}

function folderOf(file: string, depth: number): string {
  return `${file.split('/').slice(0, -1).slice(0, depth).join('/')}/`;
}
