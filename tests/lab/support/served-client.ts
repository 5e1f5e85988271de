import { mkdirSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, request } from 'node:http';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { LabCase } from './description.ts';
import { vueComponents } from './vue-components.ts';

export interface ServedClient {
  close(): Promise<void>;
}

type Client = NonNullable<LabCase['client']>;

interface Bundler {
  build(options: Readonly<Record<string, unknown>>): Promise<{ outputFiles: readonly { readonly text: string }[] }>;
}

const PAGE = '<!doctype html><div id="root"></div><div id="app"></div><script src="/bundle.js"></script>';

/** Writes the bundle and its page where the server finds them. @throws Where it does not bundle. */
export async function writeClient(root: string, client: Client, into: string): Promise<void> {
  const folder = path.join(root, into);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'bundle.js'), await bundled(root, client));
  writeFileSync(path.join(folder, 'index.html'), PAGE);
}

/** Bundles a client and serves it with one page for all addresses, as a development server does. @throws Where it does not bundle. */
export async function serveClient(root: string, client: Client, apiPort: number): Promise<ServedClient> {
  const script = await bundled(root, client);
  const server = createServer((incoming, outgoing) => {
    const { url = '/' } = incoming;
    if (client.proxy?.some((below) => url.startsWith(below))) {
      passOn(incoming, outgoing, apiPort);
      return;
    }
    const isScript = url.split('?')[0] === '/bundle.js';
    outgoing.setHeader('Content-Type', isScript ? 'text/javascript' : 'text/html');
    outgoing.end(isScript ? script : PAGE);
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(client.port, resolve));
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

async function bundled(root: string, client: Client): Promise<string> {
  // The lab's own packages, which only the lab installs.
  const esbuild = createRequire(new URL('../packages/', import.meta.url))('esbuild') as Bundler;
  const contents = [
    ...(client.entry === undefined ? [] : [`import ${JSON.stringify(`./${client.entry}`)};`]),
    ...(client.exposed ?? []).map((module, index) => `import * as exposed${index} from ${JSON.stringify(`./${module}`)};`),
    `globalThis.app = Object.assign({}, ${(client.exposed ?? []).map((_, index) => `exposed${index}`).join(', ') || '{}'});`,
  ].join('\n');
  const { outputFiles } = await esbuild.build({
    stdin: { contents, resolveDir: root, loader: 'js' },
    absWorkingDir: root,
    nodePaths: [path.join(root, 'node_modules')],
    bundle: true,
    write: false,
    format: 'iife',
    jsx: 'automatic',
    loader: { '.js': 'jsx' },
    plugins: [vueComponents],
    define: {
      'import.meta.env': JSON.stringify({ DEV: true, ...client.env }),
      'process.env': JSON.stringify({ NODE_ENV: 'development', ...client.env }),
    },
    logLevel: 'silent',
  });
  return outputFiles[0]!.text;
}

/** What a development server's proxy does: the same request, to another port, with the host of the page beside it. */
function passOn(incoming: IncomingMessage, outgoing: ServerResponse, port: number): void {
  const headers = { ...incoming.headers, host: `localhost:${port}`, 'x-forwarded-host': incoming.headers.host };
  const passed = request({ port, path: incoming.url, method: incoming.method, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
  });
  passed.on('error', () => outgoing.writeHead(502).end());
  incoming.pipe(passed);
}
