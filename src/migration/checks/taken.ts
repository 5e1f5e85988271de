import { readAt } from '../../exposures/storage-accesses.ts';
import { sessionPathsOf } from '../../codemods/facts.ts';
import { sourcesOf } from '../../flow/back.ts';
import type { Location } from '../../flow/location.ts';
import { locationOf } from '../../flow/location.ts';
import { originOf } from '../../flow/origin.ts';
import { argumentAt } from '../../syntax/functions.ts';
import type { TSESTree } from '../../syntax/nodes.ts';
import { isAssignmentTarget, memberName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf, positionOf } from '../../syntax/source-file.ts';
import { isTestFile } from '../../syntax/test-files.ts';
import type { Check, PlannedProject } from './check.ts';

/** How many places a stored object is looked for in. */
const MOST_PLACES = 300;

/** What pages store holds no token any more: nothing takes one out of it, or `undefined` is taken apart where people look. */
export const takesWhatIsKept: Check = {
  kind: 'takes what is kept',
  stops: false,
  *run(result) {
    const { client, facts } = result.survey;
    if (!client || !movesPages(result)) return;
    const own = sessionPathsOf(facts.client);
    const pages = new Set(client.files.map((file) => file.path));
    for (const file of result.concerned) {
      if (!pages.has(file.path) || own.has(file.path) || isTestFile(file.path, result.root)) continue;
      for (const member of nodesOf(file, 'MemberExpression')) {
        const name = memberName(member);
        if (name === undefined || !facts.client.bodyKeys.includes(name) || isAssignmentTarget(member) || !isStored(file, member)) continue;
        const text = `\`${name}\` is taken here of what is stored, and that holds none any more. Ask hasSession() or currentSession()`;
        const { line } = positionOf(file, member.range[0]);
        yield { kind: 'takes what is kept', file: file.path.slice(result.root.length + 1), line, text };
      }
    }
  },
};

function movesPages({ survey, planned }: PlannedProject): boolean {
  const pages = new Set(survey.client?.files.map((file) => file.path));
  return planned.some(({ path: file, before }) => before !== undefined && pages.has(file));
}

/** Whether a member is one of an object that a storage gave, here or in a file from which it comes. */
function isStored(file: SourceFile, { object }: TSESTree.MemberExpression): boolean {
  const found = new Set([locationOf(file, object)]);
  for (const at of found) {
    if (readAt(at.file, at.node)) return true;
    if (found.size >= MOST_PLACES) return false;
    for (const next of [...sourcesOf(at), ...parsedAt(at)]) found.add(next);
  }
  return false;
}

/** The text that an object is made of: `JSON.parse(text)`. */
function parsedAt({ file, node }: Location): Location[] {
  const text = node.type === 'CallExpression' && originOf(file, node.callee) === 'JSON.parse' ? argumentAt(node, 0) : undefined;
  return text ? [locationOf(file, text)] : [];
}
