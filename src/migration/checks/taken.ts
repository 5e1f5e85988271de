import { sessionPathsOf } from '../../codemods/facts.ts';
import { takingsOfRecords } from '../../codemods/token-flow/stored-records.ts';
import { memberName } from '../../syntax/nodes.ts';
import { positionOf } from '../../syntax/source-file.ts';
import { isTestFile } from '../../syntax/test-files.ts';
import type { Check, PlannedProject } from './check.ts';

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
      for (const member of takingsOfRecords(file, facts.client.bodyKeys)) {
        const taken = `\`${memberName(member)!}\` is taken here of what is stored, and that holds none any more`;
        const text = `${taken}. Ask hasSession() or currentSession()`;
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
