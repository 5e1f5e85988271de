import type { Project } from '../project/project.ts';
import { manifestOf } from '../syntax/package-manifest.ts';
import { runtimeOf } from '../syntax/runtime.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { nodesOf } from '../syntax/source-file.ts';

/** Code that a server or client may have although none of our words stand in it: routers, providers. */
const STRUCTURE = /express|dotenv|Router\(|axios|createContext|createRoot|supertest/;

/** The files that a migration may concern: those that speak of credentials, and those that use what these export. */
export function concernedFiles(project: Project): SourceFile[] {
  const found = new Set(project.files(STRUCTURE));
  // A helper's callers need not speak of tokens: `headers: authHeader()`.
  for (let round = 0; round < 2; round++) {
    const names = exportedNames([...found]);
    if (names.length === 0) break;
    const pattern = new RegExp(`\\b(?:${names.join('|')})\\b`);
    const before = found.size;
    for (const file of project.files(pattern)) found.add(file);
    if (found.size === before) break;
  }
  return [...found].toSorted((a, b) => a.path.localeCompare(b.path));
}

/** The names that files with credentials in them export. */
function exportedNames(files: readonly SourceFile[]): string[] {
  const names = new Set<string>();
  for (const file of files) {
    if (!/token|jwt|bearer|authorization/i.test(file.text)) continue;
    for (const statement of nodesOf(file, 'ExportNamedDeclaration')) {
      const { declaration } = statement;
      if (declaration && 'id' in declaration && declaration.id?.type === 'Identifier') names.add(declaration.id.name);
      if (declaration?.type === 'VariableDeclaration')
        for (const { id } of declaration.declarations) if (id.type === 'Identifier') names.add(id.name);
      for (const { exported } of statement.specifiers) if (exported.type === 'Identifier') names.add(exported.name);
    }
    const defaults = nodesOf(file, 'ExportDefaultDeclaration').map(({ declaration }) =>
      'id' in declaration && declaration.id?.type === 'Identifier'
        ? declaration.id.name
        : declaration.type === 'Identifier'
          ? declaration.name
          : undefined,
    );
    for (const name of defaults) if (name !== undefined) names.add(name);
    for (const match of file.text.matchAll(/(?:^|\s)(?:module\.)?exports\.(\w+)\s*=/g)) names.add(match[1]!);
    const whole = /module\.exports\s*=\s*\{([^}]*)\}/.exec(file.text)?.[1];
    for (const name of whole?.split(',') ?? []) if (/^\s*\w+\s*$/.test(name)) names.add(name.trim());
    names.add(file.path.replace(/^.*[/\\]/, '').replace(/\.[^.]+$/, ''));
  }
  return [...names]
    .filter((name) => name.length > 3 && /^[\w$]+$/.test(name) && name !== 'index' && name !== 'default')
    .map((name) => name.replaceAll('$', '\\$'));
}

/** Files of front ends: those that run in a browser, and those of which it is not known but that stand beside them. */
export function surveyClientFiles(files: readonly SourceFile[]): SourceFile[] {
  const browsers = new Set(files.filter((file) => runtimeOf(file) === 'browser').map((file) => manifestOf(file.path)?.directory));
  return files.filter(
    (file) => runtimeOf(file) === 'browser' || (runtimeOf(file) === 'unknown' && browsers.has(manifestOf(file.path)?.directory)),
  );
}
