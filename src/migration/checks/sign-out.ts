import { reaches } from '../../app/reached-routes.ts';
import type { SentRequest } from '../../app/sent-requests.ts';
import { sentRequestsIn } from '../../app/sent-requests.ts';
import { sessionPathsOf } from '../../codemods/facts.ts';
import { isSignOutName } from '../../credentials/session-words.ts';
import { calleeName, callsOf, functionsOf } from '../../syntax/functions.ts';
import type { Node } from '../../syntax/nodes.ts';
import { functionName, isFunction } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { isTestFile } from '../../syntax/test-files.ts';
import { lineOf } from '../file-lines.ts';
import type { Check, PlannedProject } from './check.ts';

/** Pages that people sign out of end the session: a cookie stays until the server takes it away, whatever a page forgets. */
export const endsTheSession: Check = {
  kind: 'ends the session',
  stops: false,
  *run(result) {
    const { survey, root, planned, options } = result;
    const own = sessionPathsOf(survey.facts.client);
    if (options.only || !planned.some((file) => own.has(file.path))) return;
    const pages = pagesOf(result);
    if (pages.some(({ text }) => /\bendSession\b/.test(text)) || asksToSignOut(result)) return;
    for (const file of pages) {
      const place = functionsOf(file).find((one) => isSignOutName(functionName(one) ?? '')) ?? forgottenIn(file);
      if (!place) continue;
      yield {
        kind: 'ends the session',
        ...lineOf(root, file, place),
        text: 'people sign out here, and nothing ends the session, which is a cookie now: call endSession().',
      };
      return;
    }
  },
};

/** Where a page forgets the session on its own account, and not because the server refused a request or there was none. */
function forgottenIn(file: SourceFile): Node | undefined {
  return callsOf(file).find((call) => calleeName(call) === 'forgetSession' && !isConditional(call));
}

/** Whether something is done on a condition, after a failure, or as an effect. */
function isConditional(node: Node): boolean {
  for (let at: Node | undefined = node.parent; at; at = at.parent) {
    if (at.type === 'IfStatement' || at.type === 'CatchClause' || at.type === 'ConditionalExpression') return true;
    if (isFunction(at)) return at.parent.type === 'CallExpression';
  }
  return false;
}

/** The pages as they will be, without the session's own module. */
function pagesOf({ survey, concerned, root }: PlannedProject): SourceFile[] {
  const known = new Set(survey.client?.files.map((file) => file.path));
  return concerned.filter((file) => known.has(file.path) && !isTestFile(file.path, root));
}

/** Whether pages ask the server's own route for it: as they are, for the functions that send their requests then are not seen through. */
function asksToSignOut({ survey }: PlannedProject): boolean {
  const signOut = survey.server?.signOut?.path;
  const files = survey.client?.files ?? [];
  if (signOut === undefined) return false;
  const isAsked = (request: Pick<SentRequest, 'address'>): boolean => reaches(request, { path: signOut, isWhole: true }) !== 'no';
  return sentRequestsIn(files).some(isAsked);
}
