import type { ChildProcess } from 'node:child_process';
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../../../', import.meta.url));
const command = path.join(repository, 'dist/cli.js');

export const CLIENT = 'http://localhost:5173';
export const API = 'http://localhost:3001';

/** Where the packages of the first installation are kept while the tests run. */
const fetched = path.join(realpathSync(mkdtempSync(path.join(tmpdir(), 'httponly-packages-'))), 'node_modules');

/** A copy of an example app outside of this repository, in a repository of its own, that is migrated, built and run. */
export class ExampleApp {
  readonly root: string;
  private readonly running: ChildProcess[] = [];
  private server: ChildProcess | undefined;

  constructor(name: string) {
    this.root = path.join(realpathSync(mkdtempSync(path.join(tmpdir(), 'httponly-journey-'))), name);
    mkdirSync(this.root);
    const example = path.join(repository, 'examples', name);
    cpSync(example, this.root, {
      recursive: true,
      filter: (from) => !/[/\\](?:node_modules|dist|data)(?:[/\\]|$)/.test(path.relative(example, from)),
    });
    this.run('git', 'init', '--quiet');
    this.commit('The app before');
  }

  run(program: string, ...parameters: readonly string[]): string {
    return execFileSync(program, parameters, { cwd: this.root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  }

  commit(message: string): void {
    this.run('git', 'add', '--all');
    this.run(
      'git',
      '-c',
      'user.name=test',
      '-c',
      'user.email=test@example.com',
      'commit',
      '--quiet',
      '--allow-empty',
      '--message',
      message,
    );
  }

  /** Installs what the app needs, the second time from what the first has fetched. */
  install(): void {
    const modules = path.join(this.root, 'node_modules');
    if (!existsSync(modules) && existsSync(fetched)) cpSync(fetched, modules, { recursive: true, verbatimSymlinks: true });
    this.run('npm', 'install', '--no-audit', '--no-fund', '--loglevel=error', '--prefer-offline');
    if (!existsSync(fetched)) cpSync(modules, fetched, { recursive: true, verbatimSymlinks: true });
    this.commit('What npm wrote down');
  }

  /** @returns What the command printed. Throws where it left something undone. */
  migrate(...options: readonly string[]): string {
    const printed = this.run(process.execPath, command, 'migrate', '--yes', ...options);
    this.commit(`httponly migrate ${options.join(' ')}`);
    return printed;
  }

  read(file: string): string {
    return readFileSync(path.join(this.root, file), 'utf8');
  }

  /** Builds the client, and serves it and the API until {@link stop}. */
  async start(environment: Readonly<Record<string, string>> = {}): Promise<void> {
    this.run('npm', 'run', 'build');
    this.serve([this.binary('vite'), 'preview'], path.join(this.root, 'client'), process.env);
    await answers(CLIENT);
    await this.restartServer(environment);
  }

  /** Starts the API anew, without the data that it had. */
  async restartServer(environment: Readonly<Record<string, string>>): Promise<void> {
    if (this.server) await stopped(this.server);
    rmSync(path.join(this.root, 'server/data'), { recursive: true, force: true });
    this.server = this.serve(['src/index.js'], path.join(this.root, 'server'), {
      ...process.env,
      JWT_SECRET: 'a-secret-of-the-journey-0123456789',
      CALENDAR_WEBHOOK_SECRET: 'webhook',
      ...environment,
    });
    await answers(`${API}/api/none`);
  }

  private binary(name: string): string {
    const own = path.join(this.root, 'client/node_modules', name, 'bin', `${name}.js`);
    return existsSync(own) ? own : path.join(this.root, 'node_modules', name, 'bin', `${name}.js`);
  }

  private serve(parameters: readonly string[], cwd: string, env: NodeJS.ProcessEnv): ChildProcess {
    const child = spawn(process.execPath, parameters, { cwd, env, stdio: ['ignore', 'ignore', 'inherit'] });
    this.running.push(child);
    return child;
  }

  async stop(): Promise<void> {
    await Promise.all(this.running.splice(0).map(stopped));
    this.server = undefined;
  }

  async remove(): Promise<void> {
    await this.stop();
    rmSync(path.dirname(this.root), { recursive: true, force: true });
  }
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = new Promise((resolve) => child.once('exit', resolve));
  child.kill();
  await exited;
}

/** Waits for a server, ten seconds at most. */
async function answers(url: string): Promise<void> {
  for (let i = 0; i < 100; i++) {
    try {
      await fetch(url);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error(`nothing answers at ${url}`);
}
