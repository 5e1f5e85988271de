// node scripts/refusals.mjs [WORD…]: takes out each refusal and each check of a migration, one by one, in a copy, and
// sees that a test fails. There is a copy a processor.
// Words: only those whose name holds one. Exit 1 where something can be taken out without a test that minds.
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('..', import.meta.url));
const wanted = process.argv.slice(2);

const COPIED = [
  'src',
  'package.json',
  'tsconfig.json',
  'vitest.config.ts',
  'tests/migration',
  'tests/support',
  'tests/project',
  'tests/cli',
];

function makeCopy() {
  const copy = mkdtempSync(path.join(tmpdir(), 'httponly-refusals-'));
  for (const one of COPIED) cpSync(path.join(repository, one), path.join(copy, one), { recursive: true });
  symlinkSync(path.join(repository, 'node_modules'), path.join(copy, 'node_modules'), 'junction');
  return copy;
}

const read = (file) => readFileSync(path.join(repository, file), 'utf8');

/** Everything that can be taken out: in which file, how, and the tests that have to mind. */
function* removals() {
  const index = read('src/migration/checks/index.ts');
  for (const [line, name] of index.matchAll(/^ {2}(\w+),\n/gm))
    yield {
      name: `check ${name}`,
      file: 'src/migration/checks/index.ts',
      text: index.replace(line, ''),
      tests: ['tests/migration/checks.test.ts'],
    };
  const checked = read('src/migration/checked.ts');
  yield {
    name: 'check that texts parse',
    file: 'src/migration/checked.ts',
    text: checked.replace(/ {2}if \(broken\.length > 0\) .*\n/, ''),
    tests: ['tests/migration/checks.test.ts'],
  };
  const plan = read('src/migration/plan.ts');
  yield {
    name: 'check of a second plan',
    file: 'src/migration/plan.ts',
    text: plan.replace('...(result && files.length > 0 ? secondPlan(result, options) : []),', ''),
    tests: ['tests/migration/second-plan.test.ts'],
  };
  const reasons = /type RefusalReason =([^;]+);/.exec(read('src/migration/refusal.ts'))[1];
  const written = read('src/migration/written-files.ts');
  const cookieSession = read('src/migration/cookie-session-plan.ts');
  for (const [, reason] of reasons.matchAll(/'([^']+)'/g)) {
    const isWritten = reason === 'unchangeable file';
    const isOfCookieSession = cookieSession.includes(`'${reason}',\n`);
    yield {
      name: `refusal '${reason}'`,
      file: isWritten ? 'src/migration/written-files.ts' : `src/migration/${isOfCookieSession ? 'cookie-session-plan' : 'plan'}.ts`,
      text: (isWritten ? written.replace('refusals.push(', 'void (') : isOfCookieSession ? cookieSession : plan)
        .replaceAll(/(const refusals = \[[^;]+\]);/g, `$1.filter((one) => one.reason !== '${reason}');`)
        .replaceAll('stopping.map(unsound)', `stopping.map(unsound).filter((one) => one.reason !== '${reason}')`)
        .replaceAll('broken.map(unsound)', `broken.map(unsound).filter((one) => one.reason !== '${reason}')`)
        .replace(/(const unaddressed = )([^;]+);/, `$1($2).filter((one) => one.reason !== '${reason}');`)
        .replaceAll('wholeOrNothing(plan)', reason === 'not whole' ? 'plan' : 'wholeOrNothing(plan)'),
      // The first that minds is enough: most do in the first file.
      tests: ['tests/migration/refusals.test.ts', 'tests/migration', 'tests/cli/migrate.test.ts'],
    };
  }
  for (const file of ['src/project/contained.ts', 'src/project/apply.ts']) {
    const text = read(file);
    for (const [whole, reason] of text.matchAll(/(?<=return [^;\n]*|: )(['"`](?:it|the folder|a file)\b[^;\n]*?['"`])(?=[ ;])/g))
      yield {
        name: `${path.basename(file)} ${reason}`,
        file,
        text: text.replace(whole, 'undefined'),
        tests: ['tests/project/links.test.ts', 'tests/project/apply.test.ts'],
      };
  }
}

/** Whether the tests of a file or folder pass on a copy as it is, up to the first that fails. */
async function passes(copy, test) {
  const skipped = test === 'tests/project/apply.test.ts' ? ['-t', '^(?!.*killed)'] : [];
  const options = ['run', '--maxWorkers', '1', '--bail', '1', ...skipped, test];
  const running = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', ...options], { cwd: copy, stdio: 'ignore' });
  return (await new Promise((resolve) => running.on('exit', resolve))) === 0;
}

/** The first of some tests that fails on a copy as it is. They run one after the other. */
async function failing(copy, tests) {
  for (const test of tests) if (!(await passes(copy, test))) return test;
  return undefined;
}

const left = [...removals()].filter(({ name }) => wanted.length === 0 || wanted.some((word) => name.includes(word)));
/** Tests that failed with something taken out, each with the answer whether it passes with nothing taken out. */
const sound = new Map();
let unminded = 0;

async function takeOut(copy, { name, file, text, tests }) {
  const before = read(file);
  if (text === before) throw new Error(`${name}: there is nothing to take out of ${file}`);
  writeFileSync(path.join(copy, file), text);
  const failed = await failing(copy, tests);
  writeFileSync(path.join(copy, file), before);
  if (failed !== undefined && !sound.has(failed)) sound.set(failed, passes(copy, failed));
  if (failed !== undefined && !(await sound.get(failed))) throw new Error(`${failed}: fails as it is`);
  if (failed === undefined) unminded++;
  console.log(`${failed === undefined ? 'NO TEST MINDS' : 'a test fails '}  ${name}`);
}

async function work(copy) {
  try {
    for (let next = left.shift(); next; next = left.shift()) await takeOut(copy, next);
  } finally {
    // Where one fails the others end what they are at, and take their copies away.
    left.length = 0;
    rmSync(copy, { recursive: true, force: true });
  }
}

const ended = await Promise.allSettled(Array.from({ length: Math.min(availableParallelism(), left.length) }, makeCopy).map(work));
const failed = ended.find(({ status }) => status === 'rejected');
if (failed) throw failed.reason;
process.exitCode = unminded > 0 ? 1 : 0;
