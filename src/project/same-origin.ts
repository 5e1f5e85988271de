import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Changes } from '../edits/changes.ts';
import { render } from '../edits/render.ts';
import { indentOf, lineEndOf, quoted, styleOf } from '../edits/style.ts';
import { parseFile } from '../parsing/parse.ts';
import { calleeName } from '../syntax/functions.ts';
import type { TSESTree } from '../syntax/nodes.ts';
import { bare, propertyName } from '../syntax/nodes.ts';
import { manifestOf } from '../syntax/package-manifest.ts';
import { webOriginOf } from '../hosts.ts';
import { DEFAULT_SETTINGS } from '../syntax/settings.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { nodesOf } from '../syntax/source-file.ts';
import type { PlannedFile } from './planned-file.ts';

/** How requests to an API on another site are asked of the page's own host, which passes them on. */
export interface Rewrite {
  /** Where the API is: `https://api.example.onrender.com`. */
  readonly target: string;
  /** What requests begin with on the page's host: `/api`. */
  readonly prefix: string;
  /** The same at the target: `/api`, or nothing where the prefix is of the page's host alone. */
  readonly at: string;
}

/**
 * The rewrite for an API at an address. Browsers block the cookies of other sites, so that a page and an API on two free
 * hosts have to look like one.
 *
 * @param address What the client's requests begin with: an origin, with or without a path.
 * @param paths The paths of the server's routes.
 */
export function rewriteFor(address: string, paths: readonly string[], isVariable: boolean): Rewrite | undefined {
  const target = webOriginOf(address);
  if (target === undefined) return undefined;
  const below = address.slice(target.length).replace(/\/$/, '');
  if (below !== '') return { target, prefix: below, at: below };
  // A variable that is empty would be taken for one that is not set.
  const [first] = new Set(paths.map((one) => one.split('/')[1] ?? ''));
  const isShared = first !== undefined && first !== '' && paths.every((one) => one === `/${first}` || one.startsWith(`/${first}/`));
  return isShared && !isVariable ? { target, prefix: `/${first}`, at: `/${first}` } : { target, prefix: '/api', at: '' };
}

/** An address of the API as a page asks it from then on. */
export function rewritten({ target, prefix, at }: Rewrite, address: string): string {
  const rest = address.slice(target.length);
  return at === '' ? prefix + rest : rest;
}

/** What the repository's own hosting and dev server have to be told, and what is left where they say nothing. */
export interface RewriteFiles {
  readonly files: readonly PlannedFile[];
  /** The settings that pass requests on in production. */
  readonly where: string | undefined;
}

/** Writes the rewrite into what the repository uses: Vercel, Netlify, nginx; for development Vite or Create React App. */
export function rewriteFiles(root: string, clientFile: string, rewrite: Rewrite, inDevelopment: boolean): RewriteFiles {
  const directory = manifestOf(clientFile)?.directory ?? root;
  const folders = [...new Set([directory, root])];
  const production = [vercel, netlify, redirectsFile, nginx]
    .flatMap((write) => folders.flatMap((folder) => write(folder, rewrite) ?? []))
    .slice(0, 1);
  const development = inDevelopment ? [vite(directory, rewrite), createReactApp(directory, rewrite)].flatMap((one) => one ?? []) : [];
  return { files: [...production, ...development], where: production[0] && path.relative(root, production[0].path) };
}

function planned(file: string, change: (text: string) => string | undefined): PlannedFile | undefined {
  if (!existsSync(file)) return undefined;
  const before = readFileSync(file, 'utf8');
  const after = change(before);
  return after === undefined ? undefined : { path: file, before, after, because: ['one origin for page and API'] };
}

/** https://vercel.com/docs/projects/project-configuration#rewrites */
function vercel(folder: string, { target, prefix, at }: Rewrite): PlannedFile | undefined {
  return planned(path.join(folder, 'vercel.json'), (text) => {
    const json = JSON.parse(text) as Record<string, unknown> & { rewrites?: unknown[]; routes?: unknown[] };
    const entry = json.routes
      ? { src: `${prefix}/(.*)`, dest: `${target}${at}/$1` }
      : { source: `${prefix}/:path*`, destination: `${target}${at}/:path*` };
    // The first that matches is taken, and what serves the page for every path comes last.
    const added = json.routes ? { ...json, routes: [entry, ...json.routes] } : { ...json, rewrites: [entry, ...(json.rewrites ?? [])] };
    return text.includes(target)
      ? text
      : JSON.stringify(added, undefined, indentOf(text)).replaceAll('\n', lineEndOf(text)) + (text.endsWith('\n') ? lineEndOf(text) : '');
  });
}

/** https://docs.netlify.com/manage/routing/redirects/rewrites-proxies/ */
function netlify(folder: string, { target, prefix, at }: Rewrite): PlannedFile | undefined {
  return planned(path.join(folder, 'netlify.toml'), (text) => {
    const lineEnd = lineEndOf(text);
    const rule = ['[[redirects]]', `  from = "${prefix}/*"`, `  to = "${target}${at}/:splat"`, '  status = 200', '  force = true', ''].join(
      lineEnd,
    );
    const first = text.search(/^\[\[redirects\]\]/m);
    if (text.includes(target)) return text;
    return first < 0 ? `${text.trimEnd()}${lineEnd}${lineEnd}${rule}` : `${text.slice(0, first)}${rule}${lineEnd}${text.slice(first)}`;
  });
}

function redirectsFile(folder: string, { target, prefix, at }: Rewrite): PlannedFile | undefined {
  return planned(path.join(folder, 'public', '_redirects'), (text) =>
    text.includes(target) ? text : `${prefix}/*  ${target}${at}/:splat  200${lineEndOf(text)}${text}`,
  );
}

/** https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_pass: with a path, it stands for the location's. */
function nginx(folder: string, { target, prefix, at }: Rewrite): PlannedFile | undefined {
  const name = readdirSync(folder).find((file) => /^(?:nginx.*|default)\.conf(?:\.template)?$/.test(file));
  return name === undefined
    ? undefined
    : planned(path.join(folder, name), (text) => {
        const first = /^([\t ]*)location\b/m.exec(text);
        if (text.includes(target)) return text;
        if (!first) return undefined;
        const indent = first[1]!;
        const step = indentOf(text);
        const lines = [
          `location ${prefix}/ {`,
          `${step}proxy_pass ${target}${at}/;`,
          `${step}proxy_ssl_server_name on;`,
          `${step}proxy_set_header X-Forwarded-Host $host;`,
          `${step}proxy_set_header X-Forwarded-Proto $scheme;`,
          '}',
        ];
        const added = lines.map((line) => indent + line + lineEndOf(text)).join('');
        return `${text.slice(0, first.index)}${added}${lineEndOf(text)}${text.slice(first.index)}`;
      });
}

/** https://vite.dev/config/server-options#server-proxy */
function vite(folder: string, { target, prefix, at }: Rewrite): PlannedFile | undefined {
  const name = readdirSync(folder).find((file) => /^vite\.config\.[cm]?[jt]s$/.test(file));
  return name === undefined
    ? undefined
    : planned(path.join(folder, name), (text) => {
        const file = parseFile(path.join(folder, name), text, { settings: DEFAULT_SETTINGS });
        const config = configOf(file);
        if (!config || /\bproxy\b/.test(text)) return undefined;
        const style = styleOf(file);
        const strip = at === '' ? `, rewrite: (path) => path.slice(${String(prefix.length)})` : '';
        const proxy = `proxy: { ${quoted(style, prefix)}: { target: ${quoted(style, target)}, changeOrigin: true${strip} } }`;
        const server = config.properties.find((one): one is TSESTree.Property => one.type === 'Property' && propertyName(one) === 'server');
        const changes = new Changes(file);
        if (server?.value.type === 'ObjectExpression') changes.addEntry(server.value, proxy);
        else changes.addEntry(config, `server: { ${proxy} }`);
        return render(changes);
      });
}

/** The object of `export default defineConfig({ … })` and `export default { … }`. */
function configOf(file: SourceFile): TSESTree.ObjectExpression | undefined {
  for (const { declaration } of nodesOf(file, 'ExportDefaultDeclaration')) {
    const inner = bare(declaration);
    const first = inner.type === 'CallExpression' && calleeName(inner) === 'defineConfig' ? inner.arguments[0] : inner;
    if (first?.type === 'ObjectExpression') return first;
  }
  return undefined;
}

/** https://create-react-app.dev/docs/proxying-api-requests-in-development/: every path that it does not know itself. */
function createReactApp(folder: string, { target, at }: Rewrite): PlannedFile | undefined {
  return planned(path.join(folder, 'package.json'), (text) => {
    const json = JSON.parse(text) as Record<string, unknown> & { dependencies?: Record<string, string> };
    if (!json.dependencies?.['react-scripts'] || json['proxy'] !== undefined || at === '') return undefined;
    return text
      .replace(/\}\s*$/, (end) => `,${lineEndOf(text)}${indentOf(text)}"proxy": "${target}"${lineEndOf(text)}${end}`)
      .replace(/\s+,(?=\r?\n[\t ]*"proxy")/, ',');
  });
}
