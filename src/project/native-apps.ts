import { reaches } from '../app/reached-routes.ts';
import type { SentRequest } from '../app/sent-requests.ts';
import { sentRequestsIn } from '../app/sent-requests.ts';
import { runtimeOf } from '../syntax/runtime.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { isTestFile } from '../syntax/test-files.ts';

/** Where native apps of the repository sign in: they have no cookies, and take the token out of the answer. */
export function nativeSignIns(files: readonly SourceFile[], root: string, signInPath: string): SentRequest[] {
  const native = files.filter((file) => runtimeOf(file) === 'native' && !isTestFile(file.path, root));
  return sentRequestsIn(native).filter((request) => reaches(request, { path: signInPath, isWhole: true }) === 'yes');
}
