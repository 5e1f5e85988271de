import type { ChildProcess } from 'node:child_process';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LabCase } from './description.ts';
import type { ServedClient } from './served-client.ts';
import { serveClient, writeClient } from './served-client.ts';

const packages = fileURLToPath(new URL('../packages/node_modules', import.meta.url));
const command = fileURLToPath(new URL('../../../dist/cli.js', import.meta.url));

/** A copy of an app of the lab outside of this repository, in a repository of its own, that is migrated and run. */
export class LabApp {
  readonly root: string;
  private readonly described: LabCase;
  private server: ChildProcess | undefined;
  private client: ServedClient | undefined;
  /** What the server wrote, for a failure's message. */
  private written = '';

  constructor(described: LabCase) {
    this.described = described;
    this.root = realpathSync(mkdtempSync(path.join(tmpdir(), 'httponly-lab-')));
    cpSync(described.app, this.root, { recursive: true });
    this.git('init', '--quiet');
    this.git('add', '--all');
    this.git('-c', 'user.name=lab', '-c', 'user.email=lab@example.com', 'commit', '--quiet', '--message', 'The app before');
    // After the commit: what is installed is no part of the app.
    symlinkSync(packages, path.join(this.root, 'node_modules'));
  }

  private git(...parameters: readonly string[]): void {
    execFileSync('git', parameters, { cwd: this.root, stdio: 'ignore' });
  }

  /** @returns What the command printed, and its exit code. */
  migrate(): { printed: string; exit: number | null } {
    const link = path.join(this.root, 'node_modules');
    rmSync(link);
    const { stdout, stderr, status } = spawnSync(process.execPath, [command, 'migrate', '--yes', ...(this.described.options ?? [])], {
      cwd: this.root,
      encoding: 'utf8',
    });
    symlinkSync(packages, link);
    return { printed: stdout + stderr, exit: status };
  }

  /** Starts the server and serves the bundled client, until {@link stop}. @returns Where the page is. */
  async start(isMigrated: boolean): Promise<string> {
    const { server, client, migrated } = this.described;
    for (const port of [server.port, client?.port]) if (port !== undefined) await isFree(port);
    if (client?.into !== undefined) await writeClient(this.root, client, client.into);
    const isTypeScript = server.entry.endsWith('.ts');
    const child = spawn(process.execPath, [...(isTypeScript ? ['--import', 'tsx'] : []), path.join(this.root, server.entry)], {
      cwd: path.join(this.root, server.cwd ?? ''),
      env: {
        ...process.env,
        PORT: String(server.port),
        JWT_SECRET: 'a-secret-of-the-lab-0123456789abcdef',
        ...server.env,
        ...(isMigrated && migrated.env),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (this.written += text.toString()));
    this.server = child;
    if (client?.port !== undefined) this.client = await serveClient(this.root, client, server.port);
    await this.isUp(`http://localhost:${server.port}/`);
    return `http://localhost:${client?.port ?? server.port}`;
  }

  private async isUp(url: string): Promise<void> {
    for (let i = 0; i < 100; i++) {
      if (this.server?.exitCode != null) break;
      try {
        await fetch(url);
        return;
      } catch {
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
    throw new Error(`The server does not start.\n${this.written}`);
  }

  async stop(): Promise<void> {
    await this.client?.close();
    const { server } = this;
    if (server?.exitCode === null && server.signalCode === null) {
      const exited = new Promise((resolve) => server.once('exit', resolve));
      server.kill();
      await exited;
    }
    this.server = this.client = undefined;
  }

  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.root, { recursive: true, force: true });
  }
}

/** Waits until nobody listens at a port: another run of the lab may be at it. @throws After half a minute. */
async function isFree(port: number): Promise<void> {
  for (let i = 0; i < 300; i++) {
    if (await canListen(port)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`Port ${port} is in use.`);
}

function canListen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => {
      resolve(false);
    });
    server.listen(port, () => {
      server.close(() => {
        resolve(true);
      });
    });
  });
}
