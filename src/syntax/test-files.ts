import { manifestOf } from './package-manifest.ts';
import { either } from '../credentials/alternatives.ts';

/** Places and names of code that tests, mocks or shows off: `x.test.ts`, `__tests__/`, `cypress/`, `x.stories.tsx`. */
const TEST_FILE = either(
  [
    /[./\\](?:test|spec|cy|e2e|stories|story|mock|mocks|fixture|fixtures|bench)\.[cm]?[jt]sx?$/,
    /[/\\](?:__tests__|__mocks__|__fixtures__|tests?|specs?|e2e|cypress|playwright|mocks?|testing|fixtures|stories|\.storybook)[/\\]/,
    /[/\\](?:setupTests|test-utils|jest\.setup|vitest\.setup|fake-?backend|mock-?server)\.[cm]?[jt]sx?$/,
  ],
  'i',
);

/** A part of an app that is about tests, or is called so: `controllers/test.js` answers requests. */
const PART_OF_APP = /[/\\](?:controllers?|routes?|routers?|handlers?|services?|middlewares?|models?)[/\\]tests?\.[cm]?[jt]sx?$/i;

/** Whether a path is that of a test or a mock, where a made-up token is no exposure. `root` is the folder that was asked about. */
export function isTestFile(filePath: string, root: string): boolean {
  // Folders above the root are the machine's: a checkout may lie in /tmp/test/.
  const relative = filePath.startsWith(root) ? filePath.slice(root.replace(/[/\\]$/, '').length) : filePath;
  return TEST_FILE.test(PART_OF_APP.test(relative) ? relative.replace(/[^/\\]+$/, '') : relative);
}

/** The same below the folder of the file's package, where no folder was asked about. */
export function isTestOfPackage(filePath: string): boolean {
  return isTestFile(filePath, manifestOf(filePath)?.directory ?? '/');
}
