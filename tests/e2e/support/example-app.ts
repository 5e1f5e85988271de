import type { ChildProcess } from 'node:child_process';
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../../../', import.meta.url));
/** The command, as it is built. */
export const command = path.join(repository, 'dist/cli.js');

export const CLIENT = 'http://localhost:5173';
export const API = 'http://localhost:3001';

/** Where the packages of the first installation are kept while the tests run. */
const fetched = path.join(realpathSync(mkdtempSync(path.join(tmpdir(), 'httponly-packages-'))), 'node_modules');

/** A copy of an example app outside of this repository, in a repository of its own, that is migrated. */
export class ExampleCopy {
  readonly root: string;
  private readonly running: ChildProcess[] = [];
  private readonly first: string;

  constructor(name: string) {
    this.root = path.join(realpathSync(mkdtempSync(path.join(tmpdir(), 'httponly-journey-'))), name);
    mkdirSync(this.root);
    const example = path.join(repository, 'examples', name);
    cpSync(example, this.root, {
      recursive: true,
      filter: (from) => !/[/\\](?:node_modules|dist|data|\.next)(?:[/\\]|$)/.test(path.relative(example, from)),
    });
    this.run('git', 'init', '--quiet');
    this.commit('The app before');
    this.first = this.run('git', 'rev-parse', 'HEAD').trim();
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

  /** Everything as it was before; what npm installed stays. */
  reset(): void {
    this.run('git', 'reset', '--quiet', '--hard', this.first);
    this.run('git', 'clean', '--quiet', '-d', '--force');
  }

  npmInstall(): void {
    this.run('npm', 'install', '--no-audit', '--no-fund', '--loglevel=error', '--prefer-offline');
    this.commit('What npm wrote down');
  }

  /** @returns What the command printed. Throws where it left something undone. */
  migrate(...options: readonly string[]): string {
    return this.httponly('migrate', '--yes', ...options);
  }

  /** @returns What the command printed. Throws where its exit code is not 0. */
  httponly(...parameters: readonly string[]): string {
    const printed = this.run(process.execPath, command, ...parameters);
    this.commit(`httponly ${parameters.join(' ')}`);
    return printed;
  }

  read(file: string): string {
    return readFileSync(path.join(this.root, file), 'utf8');
  }

  /** Starts a program of Node, which runs until {@link stop}. */
  protected serve(parameters: readonly string[], cwd: string, env: NodeJS.ProcessEnv): ChildProcess {
    const child = spawn(process.execPath, parameters, { cwd, env, stdio: ['ignore', 'ignore', 'inherit'] });
    this.running.push(child);
    return child;
  }

  async stop(): Promise<void> {
    await Promise.all(this.running.splice(0).map(stopped));
  }

  async remove(): Promise<void> {
    await this.stop();
    rmSync(path.dirname(this.root), { recursive: true, force: true });
  }
}

/** The example whose pages ask its API with a token out of the browser's storage. */
export class ExampleApp extends ExampleCopy {
  private server: ChildProcess | undefined;

  /** Installs what the app needs, the second time from what the first has fetched. */
  install(): void {
    const modules = path.join(this.root, 'node_modules');
    if (!existsSync(modules) && existsSync(fetched)) cpSync(fetched, modules, { recursive: true, verbatimSymlinks: true });
    this.npmInstall();
    if (!existsSync(fetched)) cpSync(modules, fetched, { recursive: true, verbatimSymlinks: true });
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

  override async stop(): Promise<void> {
    await super.stop();
    this.server = undefined;
  }
}

export async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = new Promise((resolve) => child.once('exit', resolve));
  child.kill();
  await exited;
}

/** Waits for a server, ten seconds at most. */
export async function answers(url: string): Promise<void> {
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
