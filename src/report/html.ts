/** A text in HTML: in an element or in a quoted attribute. */
export function htmlOf(text: string): string {
  return text.replace(/[&<>"']/g, (one) => `&#${String(one.charCodeAt(0))};`);
}

const STYLE = `:root {
  color-scheme: light dark;
  --ground: #fff; --card: #f6f7f8; --line: #d9dde1; --text: #1c2024; --quiet: #5a6169;
  --bad: #b3261e; --good: #1b6e3c; --link: #0b57d0;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #16181b; --card: #1f2226; --line: #33383d; --text: #e6e8ea; --quiet: #a3abb3;
    --bad: #ff8a80; --good: #7fd6a0; --link: #8ab4f8;
  }
}
body { margin: 0 auto; max-width: 68rem; padding: 2rem 1.25rem; background: var(--ground); color: var(--text); }
body { font: 1rem/1.5 system-ui, sans-serif; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .25rem; overflow-wrap: anywhere; }
h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
p { margin: .25rem 0; }
.quiet { color: var(--quiet); }
.bad { color: var(--bad); font-weight: 600; }
.good { color: var(--good); font-weight: 600; }
.table { overflow-x: auto; border: 1px solid var(--line); border-radius: .5rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .5rem .75rem; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
thead th { border-top: 0; background: var(--card); white-space: nowrap; }
tbody th { min-width: 9rem; }
code { font: .9em ui-monospace, monospace; }
ul, ol { padding-left: 1.25rem; overflow-wrap: anywhere; }
h3 { font-size: 1rem; margin: 1.5rem 0 .5rem; overflow-wrap: anywhere; }
a { color: var(--link); }
.finding { border-left: 3px solid var(--line); padding-left: 1rem; margin: 1rem 0; }
.finding:target { border-left-color: var(--bad); }
pre { overflow-x: auto; background: var(--card); border-radius: .25rem; padding: .5rem .75rem; margin: .5rem 0; }
mark { background: none; color: inherit; text-decoration: underline wavy var(--bad); text-underline-offset: .25em; }
.picture { overflow-x: auto; border: 1px solid var(--line); border-radius: .5rem; }
.map rect { fill: var(--card); stroke: var(--quiet); }
.map .exposure rect { stroke: var(--bad); stroke-width: 2; }
.map text { fill: var(--text); font: 12px ui-monospace, monospace; text-anchor: middle; }
.map circle { fill: var(--bad); }
.map .count { fill: var(--ground); font: 600 10px system-ui, sans-serif; }
.map .way { fill: none; stroke: var(--quiet); stroke-width: 1.5; }
.map marker path { fill: var(--quiet); }
@media print { body { max-width: none; padding: 0; } .table { border: 0; } tr { break-inside: avoid; } }
`;

/** A page that needs nothing else: no script, no font, no picture of another place. Light or dark as the reader has it. */
export function htmlPage(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${htmlOf(title)}</title>
<style>
${STYLE}</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;
}

/** A table with a caption for those who hear it. @param rows Cells as HTML; the first of each row is its header. */
export function htmlTable(caption: string, heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const head = heads.map((one) => `<th scope="col">${htmlOf(one)}</th>`).join('');
  const body = rows.map(([first, ...cells]) => `<tr><th scope="row">${first!}</th>${cells.map((one) => `<td>${one}</td>`).join('')}</tr>`);
  // A table that is wider than the window is scrolled, by keys too.
  const table = `<table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body.join('\n')}\n</tbody>\n</table>`;
  return `<div class="table" tabindex="0" role="region" aria-label="${htmlOf(caption)}">\n${table}\n</div>`;
}
