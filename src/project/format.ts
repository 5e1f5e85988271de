import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PlannedFile } from './planned-file.ts';

/** The part of Prettier that is used. */
interface Prettier {
  resolveConfig(file: string): Promise<object | null>;
  getFileInfo(file: string, options: { ignorePath?: string }): Promise<{ ignored: boolean; inferredParser: string | null }>;
  check(text: string, options: object): Promise<boolean>;
  format(text: string, options: object): Promise<string>;
}

/**
 * Runs the project's own Prettier over the planned texts: of files that it would have left alone before, and of new ones.
 * This executes code of the project, so it is done only where it was asked for.
 *
 * @throws {Error} When the project has no Prettier.
 */
export async function formatted<T extends { readonly root: string; readonly files: readonly PlannedFile[] }>(plan: T): Promise<T> {
  const prettier = await prettierOf(plan.root);
  const files: PlannedFile[] = [];
  for (const file of plan.files) files.push(await formattedFile(prettier, plan.root, file));
  return { ...plan, files };
}

async function prettierOf(root: string): Promise<Prettier> {
  let resolved: string;
  try {
    resolved = createRequire(path.join(root, 'package.json')).resolve('prettier');
  } catch {
    throw new Error('--format: this project has no Prettier installed.');
  }
  const loaded = (await import(pathToFileURL(resolved).href)) as Prettier & { default?: Prettier };
  return loaded.default ?? loaded;
}

async function formattedFile(prettier: Prettier, root: string, file: PlannedFile): Promise<PlannedFile> {
  if (file.after === undefined) return file;
  const { ignored, inferredParser } = await prettier.getFileInfo(file.path, { ignorePath: path.join(root, '.prettierignore') });
  if (ignored || inferredParser === null) return file;
  const options = { ...(await prettier.resolveConfig(file.path)), filepath: file.path };
  if (file.before !== undefined && !(await prettier.check(file.before, options))) return file;
  return { ...file, after: await prettier.format(file.after, options) };
}
