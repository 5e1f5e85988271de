import { literal } from './literal.ts';
import { withOlderSyntax } from './older-syntax.ts';

/** How a generated module is to be written, so that it looks like the app's own. */
export interface ModuleForm {
  readonly language: 'ts' | 'js';
  /** `script` is a classic one, which puts what it exports on a global. */
  readonly modules: 'esm' | 'cjs' | 'script';
  /** The name of that global. */
  readonly global?: string;
  /** Whether the app's TypeScript is older than `import type`. */
  readonly withoutTypeImports?: boolean;
  /** Whether what builds the app's pages is older than `?.` and `??`. */
  readonly withoutOptionalChaining?: boolean;
  readonly style: ModuleStyle;
}

/** The part of a file's style that a whole module can take over. */
export interface ModuleStyle {
  readonly quote: "'" | '"';
  readonly semicolon: ';' | '';
  readonly indent: string;
  readonly lineEnd: '\n' | '\r\n';
}

/** A module that something generated needs. */
export interface ModuleImport {
  readonly source: string;
  /** `jwt`, `{ Request, Response }`; empty for its effects alone. */
  readonly names: string;
  /** A type, which JavaScript does not import. */
  readonly isType?: boolean;
}

/** A generated module before it takes its form: written as TypeScript, ES modules, with `‹types›` in angle quotes. */
export interface ModuleDraft {
  /** What the module is for, as its first comment; one line each. */
  readonly about: readonly string[];
  readonly imports: readonly ModuleImport[];
  /** Declarations of the app that the code needs, as the app writes them. */
  readonly declared?: readonly string[];
  /** Code, two spaces a step, single quotes, semicolons, exports in place. `‹: string›` is left out of JavaScript. */
  readonly code: string;
}

/** Writes a draft in the form that an app has. */
export function writeModule({ about, imports, declared = [], code }: ModuleDraft, form: ModuleForm): string {
  const isTypeScript = form.language === 'ts';
  const newer = code.replace(/‹([^‹›]*)›/g, (_whole, types: string) => (isTypeScript ? types : ''));
  const body = form.withoutOptionalChaining === true ? withOlderSyntax(newer) : newer;
  const wanted = imports.filter(({ isType }) => isTypeScript || !isType);
  const head = wanted.map((one) =>
    form.modules === 'cjs' && !isTypeScript ? requireLine(one) : importLine(one, form.withoutTypeImports === true),
  );
  if (form.modules === 'script') return script({ about, declared, body }, form);
  const exported = form.modules === 'cjs' && !isTypeScript ? commonJs(body) : body;
  const { lineEnd } = form.style;
  const before = [comment(about), ...(head.length > 0 ? [head.join('\n')] : [])].join('\n\n');
  return [restyle(before, form.style), ...declared, restyle(`${exported.trim()}\n`, form.style)].join(lineEnd + lineEnd);
}

function comment(about: readonly string[]): string {
  return `/**\n${about.map((line) => ` * ${line}`.trimEnd()).join('\n')}\n */`;
}

/** A classic script, which may be loaded twice: its names stay in a block, and what it exports is put on one global. */
function script(
  { about, declared, body }: { readonly about: readonly string[]; readonly declared: readonly string[]; readonly body: string },
  { style, global = 'appSession' }: ModuleForm,
): string {
  const code = [...declared, body.replace(/^export /gm, '').trim(), `window.${global} = { ${exportedNames(body).join(', ')} };`].join(
    '\n\n',
  );
  const block = code.replace(/^(?=.)/gm, '  ');
  return restyle(`${comment(about)}\n'use strict';\n\nif (!window.${global}) {\n${block}\n}\n`, style);
}

function importLine({ source, names, isType }: ModuleImport, isOld: boolean): string {
  return names === '' ? `import ${literal(source)};` : `import ${isType && !isOld ? 'type ' : ''}${names} from ${literal(source)};`;
}

function requireLine({ source, names }: ModuleImport): string {
  return names === '' ? `require(${literal(source)});` : `const ${names.replace(/ as /g, ': ')} = require(${literal(source)});`;
}

function commonJs(code: string): string {
  return `${code.replace(/^export /gm, '').trim()}\n\nmodule.exports = { ${exportedNames(code).join(', ')} };`;
}

function exportedNames(code: string): string[] {
  return [...code.matchAll(/^export (?:async )?(?:function|const) (\w+)/gm)].map((match) => match[1]!);
}

/** Quotes, semicolons, indentation and line ends of the app. The drafts hold nothing that this could mistake. */
function restyle(text: string, { quote, semicolon, indent, lineEnd }: ModuleStyle): string {
  return text
    .split('\n')
    .map((line) => {
      const isComment = /^\s*(?:\/?\*|\/\/)/.test(line);
      const white = /^(?: {2})*/.exec(line)![0];
      let rest = line.slice(white.length);
      // What stands between backticks is text, in which quotes are quotes.
      if (!isComment && quote === '"')
        rest = rest
          .split('`')
          .map((part, i) => (i % 2 === 0 ? part.replace(/'([^'"\n]*)'/g, '"$1"') : part))
          .join('`');
      if (!isComment && semicolon === '') rest = rest.replace(/;$/, '');
      return indent.repeat(white.length / 2) + rest;
    })
    .join(lineEnd);
}

/** A part of a module where it is wanted, else none. */
export function when(isWanted: boolean, write: () => string): string[] {
  return isWanted ? [write()] : [];
}
