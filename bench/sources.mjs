import { readdirSync } from 'node:fs';
import path from 'node:path';

const SKIPPED = /^(?:node_modules|\.git|dist|build|coverage)$/;

/** The sources below a folder that people write: by their names' ends. */
export function sources(folder, ends = /\.[cm]?[jt]sx?$/, found = []) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory() && !SKIPPED.test(entry.name)) sources(file, ends, found);
    else if (entry.isFile() && ends.test(entry.name) && !/\.d\.[cm]?ts$|\.min\./.test(entry.name)) found.push(file);
  }
  return found;
}
