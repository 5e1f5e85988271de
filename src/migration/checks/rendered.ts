import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readName } from '../../credentials/names.ts';
import { templatesIn } from '../../project/discover.ts';
import { staticText } from '../../flow/static-text.ts';
import { argumentAt, calleeName, callsOf } from '../../syntax/functions.ts';
import { bare, propertyName } from '../../syntax/nodes.ts';
import { runtimeOf } from '../../syntax/runtime.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { isTestFile } from '../../syntax/test-files.ts';
import { lineOf } from '../file-lines.ts';
import type { CheckFailure, PlannedProject } from './check.ts';

/** What the script of a page does with a token. */
const USES = /localStorage|sessionStorage|\bAuthorization\b|\bBearer\b/i;

/** Where a server renders a page with a token in its data, which the page's script keeps or sends. */
export function* renderedTokens({ root, concerned, project }: PlannedProject): Generator<CheckFailure> {
  let templates: readonly string[] | undefined;
  for (const file of concerned) {
    if (runtimeOf(file) !== 'server' || !file.text.includes('.render(') || isTestFile(file.path, root)) continue;
    for (const { view, names, line } of rendersIn(file, root)) {
      templates ??= [...project.paths.filter((one) => one.endsWith('.ejs')), ...templatesIn(root).map((one) => path.join(root, one))];
      const template = templates.find((one) => stemOf(one).endsWith(`/${stemOf(view)}`));
      const text = template === undefined ? '' : (project.textOf(template) ?? readFileSync(template, 'utf8'));
      const name = names.find((one) => USES.test(text) && new RegExp(`(?<![\\w.])${one}(?!\\w)`).test(text));
      if (name === undefined || template === undefined) continue;
      const page = path.relative(root, template).split(path.sep).join('/');
      yield {
        kind: 'names what is left',
        ...line,
        text: `${page} is rendered with \`${name}\`, which its script reads: render it without, and have the page ask with the cookie`,
      };
    }
  }
}

function stemOf(file: string): string {
  return file
    .split(path.sep)
    .join('/')
    .replace(/\.\w+$/, '');
}

interface Rendered {
  readonly view: string;
  /** The names of tokens in its data. */
  readonly names: readonly string[];
  readonly line: { readonly file: string; readonly line: number };
}

function rendersIn(file: SourceFile, root: string): Rendered[] {
  return callsOf(file).flatMap((call): Rendered[] => {
    if (calleeName(call) !== 'render' || call.callee.type !== 'MemberExpression') return [];
    const [first, second] = [argumentAt(call, 0), argumentAt(call, 1)];
    const view = first && staticText(file, first);
    const data = second && bare(second);
    if (view === undefined || data?.type !== 'ObjectExpression') return [];
    const names = data.properties.flatMap((one) => {
      const name = one.type === 'Property' ? propertyName(one) : undefined;
      const verdict = name === undefined ? undefined : readName(name, file.settings.names).verdict;
      return name !== undefined && (verdict === 'credential' || verdict === 'likely') ? [name] : [];
    });
    return names.length === 0 ? [] : [{ view, names, line: lineOf(root, file, call) }];
  });
}
