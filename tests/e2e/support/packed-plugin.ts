import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../../../', import.meta.url));

/** The package as npm would publish it, and projects that install it. */
export class PackedPlugin {
  readonly tarball: string;
  private readonly work = realpathSync(mkdtempSync(path.join(tmpdir(), 'httponly-install-')));

  constructor() {
    const packed = JSON.parse(
      execFileSync('npm', ['pack', '--json', '--pack-destination', this.work], {
        cwd: repository,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }),
    ) as unknown;
    const [entry] = (Array.isArray(packed) ? packed : Object.values(packed as object)) as { filename: string }[];
    this.tarball = path.join(this.work, entry!.filename);
  }

  /** A fresh project with the plugin, these packages and these files in it. @returns Its folder. */
  install(name: string, packages: readonly string[], files: Readonly<Record<string, string>>): string {
    const root = realpathSync(mkdtempSync(path.join(this.work, `${name.replace(/\W+/g, '-')}-`)));
    const all = { 'package.json': JSON.stringify({ name: 'app', private: true, type: 'module' }), ...files };
    for (const [file, text] of Object.entries(all)) {
      mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
      writeFileSync(path.join(root, file), text);
    }
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', this.tarball, ...packages], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    return root;
  }

  remove(): void {
    rmSync(this.work, { recursive: true, force: true });
  }
}

/** What ESLint, as the project has it, says of some files: the rules of each message. */
export function eslint(root: string, ...files: readonly string[]): { status: number | null; rules: (string | null)[]; stderr: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(root, 'node_modules/eslint/bin/eslint.js'), '--format', 'json', ...files],
    { cwd: root, encoding: 'utf8' },
  );
  const results = stdout === '' ? [] : (JSON.parse(stdout) as { messages: { ruleId: string | null }[] }[]);
  return { status, rules: results.flatMap((one) => one.messages.map(({ ruleId }) => ruleId)), stderr };
}
