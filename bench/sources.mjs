import { readdirSync } from 'node:fs';
import path from 'node:path';

const SKIPPED = /^(?:node_modules|\.git|dist|build|coverage)$/;

/** The sources below a folder that people write. */
export function sources(folder, found = []) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory() && !SKIPPED.test(entry.name)) sources(file, found);
    else if (entry.isFile() && /\.[cm]?[jt]sx?$/.test(entry.name) && !/\.d\.[cm]?ts$|\.min\./.test(entry.name)) found.push(file);
  }
  return found;
}
