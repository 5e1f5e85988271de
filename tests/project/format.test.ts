import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatted } from '../../src/project/format.ts';
import type { MigrationPlan } from '../../src/migration/migration-plan.ts';
import type { PlannedFile } from '../../src/project/planned-file.ts';
import { temporaryProject } from '../support/temporary-project.ts';

/** A Prettier that doubles no blanks, writes as the configuration says, and leaves alone what it is told to. */
const PRETTIER = `
const tidy = (text, { end }) => text.replace(/ +/g, ' ').replace(/;?\\n/g, end + '\\n');
export default {
  resolveConfig: async (file) => (file.endsWith('plain.js') ? null : { end: ';' }),
  getFileInfo: async (file, { ignorePath }) => ({ ignored: ignorePath.endsWith('.prettierignore') && file.endsWith('ignored.js'), inferredParser: file.endsWith('.env') ? null : 'babel' }),
  check: async (text, options) => tidy(text, { end: '', ...options }) === text,
  format: async (text, options) => tidy(text, { end: '', ...options }),
};
`;

async function format(files: readonly Pick<PlannedFile, 'before' | 'after'>[], name: string): Promise<(string | undefined)[]> {
  const root = temporaryProject({
    'package.json': '{}',
    'node_modules/prettier/package.json': '{ "name": "prettier", "type": "module", "main": "./index.js" }',
    'node_modules/prettier/index.js': PRETTIER,
  });
  const planned = files.map((file) => ({ ...file, path: path.join(root, name) })) as unknown as PlannedFile[];
  const plan = await formatted({ root, files: planned } as unknown as MigrationPlan);
  return plan.files.map(({ after }) => after);
}

describe('--format', () => {
  it.each([
    ['what was as Prettier leaves it', 'a.js', 'one;\n', 'one;\ntwo  +  2\n', 'one;\ntwo + 2;\n'],
    ['what is new', 'a.js', undefined, 'two  +  2\n', 'two + 2;\n'],
    ['by the configuration of the file', 'plain.js', 'one\n', 'two  +  2;\n', 'two + 2\n'],
    ['not what was otherwise before', 'a.js', 'one  +  1\n', 'two  +  2\n', 'two  +  2\n'],
    ['not what the project has it ignore', 'ignored.js', 'one;\n', 'two  +  2\n', 'two  +  2\n'],
    ['not what it cannot read', '.env', 'A=1\n', 'A=1  2\n', 'A=1  2\n'],
    ['not what goes', 'a.js', 'one;\n', undefined, undefined],
  ])('formats %s', async (_name, name, before, after, expected) => {
    expect(await format([{ before, after }], name)).toEqual([expected]);
  });

  it('says so where there is no Prettier', async () => {
    const root = temporaryProject({ 'package.json': '{}' });
    await expect(formatted({ root, files: [] } as unknown as MigrationPlan)).rejects.toThrow('this project has no Prettier installed');
  });
});
