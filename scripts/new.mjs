// npm run new KIND NAME: makes the files of a new thing, with a test that fails and says where to begin.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { apiKinds } from './new/api-kinds.mjs';
import { codemodFiles } from './new/codemod.mjs';
import { ruleFiles } from './new/rule.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const [kind, name] = process.argv.slice(2);
const camel = (name ?? '').replace(/-([a-z\d])/g, (_, letter) => letter.toUpperCase());

function fail(message) {
  console.error(`new: ${message}`);
  process.exitCode = 1;
  throw new Error(message);
}

function write(file, text) {
  const target = path.join(root, file);
  if (existsSync(target)) fail(`${file} is there already`);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, text);
  console.log(`made ${file}`);
}

/** Adds a name to a list: on a line of its own where the others have one. */
function addTo(file, list, entry) {
  const target = path.join(root, file);
  const text = readFileSync(target, 'utf8');
  if (!list.test(text)) fail(`${file} has no list like ${String(list)}`);
  const added = text.replace(list, (whole) =>
    whole.replace(/,?(\n\s*)?\]$/, (_, line) => (line ? `,${line}  ${entry},${line}]` : `, ${entry}]`)),
  );
  writeFileSync(target, added);
  console.log(`added to ${file}`);
}

/** Adds an import, in order, and the name to the list of an index. */
function register(file, imported, list) {
  const target = path.join(root, file);
  const text = readFileSync(target, 'utf8');
  const line = `import ${imported} from './${name}.ts';\n`;
  const imports = [...text.matchAll(/^import .*\n/gm)];
  const after = imports.findLast((match) => match[0] < line && match[0].includes("from './")) ?? imports.at(-1);
  const at = after.index + after[0].length;
  writeFileSync(target, text.slice(0, at) + line + text.slice(at));
  addTo(file, list, camel);
}

function makeApi({ folder, list, api, test, tests = folder }) {
  write(`src/apis/${folder}/${name}.ts`, api(name, camel));
  write(`tests/apis/${tests}/${name}.test.ts`, test(name, camel));
  register(`src/apis/${folder}/index.ts`, `{ ${camel} }`, new RegExp(`export const ${list}\\b[^=]*= \\[[\\s\\S]*?\\]`));
}

const makers = {
  rule() {
    for (const [file, text] of Object.entries(ruleFiles(name))) write(file, text);
    register('src/rules/index.ts', camel, /\n {2}\[\n[\s\S]*?\n {2}\]/);
    console.log('Next: npm run docs writes the generated parts of the page and the README.');
  },
  codemod() {
    for (const [file, text] of Object.entries(codemodFiles(name))) write(file, text);
    register('src/codemods/index.ts', camel, /Object\.fromEntries\(\s*\[[\s\S]*?\]/);
    addTo('tsdown.config.ts', /const codemods = \[[\s\S]*?\]/, `'${name}'`);
  },
  ...Object.fromEntries(Object.entries(apiKinds).map(([id, description]) => [id, () => makeApi(description)])),
};

if (!Object.hasOwn(makers, kind ?? '') || !/^[a-z][a-z\d]*(?:-[a-z\d]+)*$/.test(name ?? '')) {
  console.error(`Usage: npm run new KIND name-in-kebab-case\nKinds: ${Object.keys(makers).join(', ')}`);
  process.exitCode = 2;
} else makers[kind]();
