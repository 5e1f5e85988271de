import { counted } from './counted.ts';
import { htmlOf, htmlPage, htmlTable } from './html.ts';
import type { CodePlace, ScanFinding, ScanResult } from './scan-result.ts';
import { tokenMapPicture } from './token-map-picture.ts';
import type { TokenMap } from './token-map.ts';
import { inWords, tokenMap } from './token-map.ts';

/** What a migration would do, as far as a report tells it. */
export interface MigrationOutlook {
  /** Files that it would write, below the folder that was scanned, and what would become of each. */
  readonly files: readonly { readonly path: string; readonly change: 'new' | 'changed' | 'goes' }[];
  /** Why it writes nothing. */
  readonly refusals: readonly string[];
  /** What it leaves to a person. */
  readonly left: readonly string[];
}

const SEVERITIES = ['high', 'medium', 'low'] as const;

/**
 * A scan as one page that can be handed on: it needs no other file, no script and no network.
 *
 * @param name What the project is called.
 */
export function scanPage(name: string, result: ScanResult, outlook: MigrationOutlook | undefined): string {
  const { findings, skipped, failures } = result;
  const parts = [`<h1>${htmlOf(name)}</h1>`, verdict(result)];
  if (findings.length > 0) parts.push(severityTable(findings), ...travel(tokenMap(findings), findings), ...found(findings));
  if (outlook) parts.push(...outlookParts(outlook));
  const unread = [...skipped, ...failures];
  if (unread.length > 0)
    parts.push('<h2>Not looked at</h2>', list(unread.map(({ path, reason }) => `<code>${htmlOf(path)}</code>: ${htmlOf(reason)}`)));
  return htmlPage(`httponly scan: ${name}`, parts.join('\n'));
}

function verdict({ findings, files, suppressed }: ScanResult): string {
  const quiet = suppressed > 0 ? ` ${counted(suppressed, 'suppressed finding')} not shown.` : '';
  if (files === 0) return '<p class="bad">Nothing was looked at: there is no file here that could be.</p>';
  if (findings.length === 0)
    return `<p class="good">No credentials within reach of scripts: ${counted(files, 'file')} looked at.${quiet}</p>`;
  const inFiles = counted(new Set(findings.map(({ file }) => file)).size, 'file');
  const looked = `<p class="quiet">${counted(files, 'file')} looked at.${quiet}</p>`;
  return `<p class="bad">${counted(findings.length, 'finding')} in ${inFiles}</p>\n${looked}`;
}

/** How bad it is, by rule: what lets a script take a session first. */
function severityTable(findings: readonly ScanFinding[]): string {
  const rules = [...new Map(findings.map((one) => [one.rule, one])).values()].toSorted(
    (a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || a.rule.localeCompare(b.rule),
  );
  return htmlTable(
    'Findings by rule',
    ['Rule', 'Severity', 'Findings'],
    rules.map(({ rule, severity, page }) => [
      `<a href="${htmlOf(page)}">${htmlOf(rule)}</a>`,
      severity,
      String(findings.filter((one) => one.rule === rule).length),
    ]),
  );
}

function travel(map: TokenMap, findings: readonly ScanFinding[]): string[] {
  if (map.edges.length === 0) return [];
  const first = new Map<string, number>();
  findings.forEach(({ file }, i) => first.set(file, Math.min(first.get(file) ?? i, i)));
  const hrefOf = (id: string): string | undefined => {
    const inBox = [...first].find(([file]) => file === id || (map.isByFolder && file.startsWith(id)));
    return inBox && `#finding-${String(inBox[1] + 1)}`;
  };
  return [
    '<h2>How credentials go through the app</h2>',
    `<p class="quiet">Boxes are ${map.isByFolder ? 'folders' : 'files'}, with the number of their findings.`,
    'Round boxes are places where scripts get at a credential.</p>',
    '<div class="picture" tabindex="0" role="region" aria-label="Picture of the ways of credentials">',
    `${tokenMapPicture(map, ({ id }) => hrefOf(id))}</div>`,
    `<details><summary>The same in words</summary>${list(map.edges.map((edge) => htmlOf(inWords(edge))))}</details>`,
  ];
}

function found(findings: readonly ScanFinding[]): string[] {
  const parts = ['<h2>Findings</h2>'];
  findings.forEach((finding, i) => {
    if (finding.file !== findings[i - 1]?.file) parts.push(`<h3><code>${htmlOf(finding.file)}</code></h3>`);
    parts.push(foundOne(finding, i + 1));
  });
  return parts;
}

function foundOne(finding: ScanFinding, number: number): string {
  const { message, flow, suggestions } = finding;
  const steps = flow.map(({ file, line, code }) => `<code>${htmlOf(file)}:${String(line)}</code> <code>${htmlOf(code.trim())}</code>`);
  return [
    `<section class="finding" id="finding-${String(number)}" aria-label="Finding ${String(number)}">`,
    headOf(finding),
    `<pre tabindex="0"><code>${markedCode(finding)}</code></pre>`,
    `<p>${htmlOf(message)}</p>`,
    ...(steps.length > 0 ? ['<p class="quiet">It comes from:</p>', `<ol>${items(steps)}</ol>`] : []),
    ...(suggestions.length > 0 ? ['<p class="quiet">An editor can:</p>', list(suggestions.map((one) => htmlOf(one.message)))] : []),
    '</section>',
  ].join('\n');
}

function headOf({ line, column, rule, page, severity, crossed }: ScanFinding): string {
  const how = `<span class="${severity === 'high' ? 'bad' : 'quiet'}">${severity}</span>`;
  const across = crossed ? ' <span class="quiet">seen across files</span>' : '';
  return `<p>${String(line)}:${String(column)} <a href="${htmlOf(page)}">${htmlOf(rule)}</a> ${how}${across}</p>`;
}

/** The line of code with what is meant marked in it. */
function markedCode({ line, column, endLine, endColumn, code }: CodePlace): string {
  const end = endLine === line ? endColumn - 1 : code.length;
  const [before, meant, after] = [code.slice(0, column - 1), code.slice(column - 1, end), code.slice(end)].map(htmlOf);
  return `${before!.trimStart()}<mark>${meant!}</mark>${after!}`;
}

function outlookParts({ files, refusals, left }: MigrationOutlook): string[] {
  const parts = ['<h2>What <code>httponly migrate</code> would do</h2>'];
  if (refusals.length > 0) parts.push('<p>It writes nothing, because:</p>', list(refusals.map(htmlOf)));
  else if (files.length === 0) parts.push('<p>Nothing: there is no session here that it moves.</p>');
  else
    parts.push(
      `<p>It would write ${counted(files.length, 'file')}:</p>`,
      list(files.map(({ path, change }) => `<code>${htmlOf(path)}</code> <span class="quiet">${change}</span>`)),
    );
  if (left.length > 0)
    parts.push(`<p>${refusals.length > 0 ? 'And these places are' : 'These are'} left for a person:</p>`, list(left.map(htmlOf)));
  return parts;
}

function list(texts: readonly string[]): string {
  return `<ul>${items(texts)}</ul>`;
}

function items(texts: readonly string[]): string {
  return texts.map((one) => `<li>${one}</li>`).join('\n');
}
