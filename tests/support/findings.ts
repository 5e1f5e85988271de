import { scan } from '../../src/cli/scan.ts';
import { temporaryProject } from './temporary-project.ts';

/** What the rules of `strict` say of one file, as `line:column rule`. */
export function findingsIn(code: string, filename = 'client/file.tsx'): string[] {
  return scan(temporaryProject({ [filename]: code }), { preset: 'strict' }).findings.map(
    ({ line, column, rule }) => `${line}:${column} ${rule}`,
  );
}
