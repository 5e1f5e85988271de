import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import { scan } from '../../src/cli/scan.ts';
import { presets } from '../../src/configs.ts';
import { lint } from '../support/eslint.ts';
import { temporaryProject } from '../support/temporary-project.ts';

const STRICT = Object.keys(presets.strict).map((id) => id.replace('httponly/', ''));

const here = fileURLToPath(new URL('../apps/', import.meta.url));

/** The files of an app, by their paths in it. */
function filesOf(app: string): Record<string, string> {
  const folder = path.join(here, app);
  return Object.fromEntries(
    globSync('**/*', { cwd: folder })
      .toSorted()
      .map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]),
  );
}

/** Apps that do everything right: whatever a rule says of them is a false alarm. */
describe.each(['hardened-express', 'hardened-fastify', 'hardened-nest', 'hardened-next'])('%s', (app) => {
  const files = filesOf(app);

  it('has nothing that a scan under strict would say', () => {
    const { findings, failures, skipped, files: count } = scan(temporaryProject(files), { preset: 'strict' });
    expect(findings.map(({ file, line, rule, message }) => `${file}:${line} ${rule}: ${message}`)).toEqual([]);
    expect([...failures, ...skipped]).toEqual([]);
    expect(count).toBeGreaterThan(4);
  });

  it.each(Object.keys(files).filter((name) => /\.[jt]sx?$/.test(name)))('has nothing that ESLint under strict would say of %s', (name) => {
    expect(lint({ name, filename: `app/${name}`, code: files[name]! }, STRICT).map(({ line, message }) => `${line} ${message}`)).toEqual(
      [],
    );
  });
});

/** The same apps with one guard taken out: the rule that asks for it must say so, and no other. */
describe('takes notice when a guard goes', () => {
  it.each([
    ['hardened-express', 'app.js', /^.*helmet.*\n/gm, 'require-security-headers'],
    ['hardened-express', 'routes/auth.js', /fewTries, /g, 'require-auth-rate-limit'],
    ['hardened-fastify', 'plugins/security.ts', /^.*helmet.*\n/gm, 'require-security-headers'],
    ['hardened-nest', 'app.module.ts', /providers: .*/, 'require-auth-rate-limit'],
    ['hardened-nest', 'main.ts', /^.*helmet.*\n/gm, 'require-security-headers'],
    ['hardened-next', 'proxy.ts', /^.*policy.*\n/gim, 'require-security-headers'],
  ])('%s without a line of %s', (app, name, guard, rule) => {
    const files = filesOf(app);
    const without = files[name]!.replace(guard, '');
    expect(without).not.toBe(files[name]);
    expect(scan(temporaryProject({ ...files, [name]: without }), { preset: 'strict' }).findings.map((one) => one.rule)).toEqual([rule]);
  });

  it('hardened-express without its check of where requests come from, and without SameSite, each of which is enough', () => {
    const files = filesOf('hardened-express');
    const unchecked = { ...files, 'app.js': files['app.js']!.replace(/^.*refuseCrossSite.*\n/gm, '') };
    const sent = files['security/session.js']!.replace("sameSite: 'strict'", "sameSite: 'none'");
    expect(sent).not.toBe(files['security/session.js']);
    const rulesOf = (all: Record<string, string>): string[] =>
      scan(temporaryProject(all), { preset: 'strict' }).findings.map((one) => one.rule);
    expect(rulesOf(unchecked)).toEqual([]);
    expect(rulesOf({ ...unchecked, 'security/session.js': sent })).toContain('require-csrf-protection');
  });
});
