import type { HttpRequest } from '../../apis/http/index.ts';
import { optionsIn, presets } from '../../configs.ts';
import { sessionPathsOf } from '../../codemods/facts.ts';
import { stateOfRequest } from '../../exposures/credentials-state.ts';
import { tokenHeaderOf, tokenHeadersOf } from '../../exposures/carried-headers.ts';
import { bearerExposures } from '../../exposures/headers.ts';
import { MARKER } from '../../exposures/markers.ts';
import { clientsBehind, requestsOf } from '../../app/requests.ts';
import { isFollowed, isSentWithCookie } from './followed.ts';
import { isDisabled } from '../../project/directives.ts';
import { rules } from '../../rules/index.ts';
import { contains } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { positionOf, textOf } from '../../syntax/source-file.ts';
import { isTestFile } from '../../syntax/test-files.ts';
import { toldPath } from '../file-lines.ts';
import { renderedTokens } from './rendered.ts';
import type { Check, CheckFailure, PlannedProject, PlannedSource } from './check.ts';

/** The rules about tokens that scripts can reach, which a migration is there for. */
const IN_PAGES = [
  'no-token-in-browser-storage',
  'no-client-bearer-token',
  'no-script-readable-token-cookie',
  'no-token-in-persisted-state',
  'no-token-in-url',
  'no-token-on-global',
  'no-token-in-message',
  'no-token-in-client-session',
  'no-token-in-page-props',
];
const IN_ANSWERS = ['no-token-in-response-body', 'no-permissive-credentialed-cors'];

/** Everything that a scan of the planned texts would still find is marked in the code, or named. */
export const namesWhatIsLeft: Check = {
  kind: 'names what is left',
  stops: false,
  *run(result) {
    const { root, concerned, survey, options } = result;
    const { phase } = options;
    // The server alone leaves pages, and its answers, as they are; pages alone leave its answers.
    if (phase === 'server') return;
    yield* renderedTokens(result);
    const asked = [...IN_PAGES, ...(phase === 'client' ? [] : IN_ANSWERS)].filter((name) => `httponly/${name}` in presets.recommended);
    const generated = sessionPathsOf(survey.facts.client);
    for (const file of concerned) {
      if (isTestFile(file.path, root) && !file.settings.tests) continue;
      // The module that a migration adds throws away what is stored. To exchange it, it reads it once more: that ends when
      // nobody has a stored token any more, and pages work until then.
      const isGenerated = generated.has(file.path);
      for (const name of asked) yield* findingsOf(name, file, root, isGenerated || IN_ANSWERS.includes(name));
    }
  },
};

/** @param isUsable A token that is still answered with, say, is of no use to pages any more, and does them no harm. */
function* findingsOf(rule: string, file: SourceFile, root: string, isUsable: boolean): Generator<CheckFailure> {
  const { definition } = rules[rule]!;
  const options = { ...(definition.defaultOptions as readonly object[])[0], ...optionsIn('recommended', rule) };
  const lines = new Set<number>();
  for (const { range, messageId, data } of definition.check(file, [options] as never)) {
    const { line } = positionOf(file, range[0]);
    if (lines.has(line) || isDisabled(file, rule, range[0]) || isMarked(file.text, range[0])) continue;
    lines.add(line);
    const message = (definition.messages as Record<string, string>)[messageId]!;
    const text = message.replace(/\{\{(\w+)\}\}/g, (hole, key: string) => data[key] ?? hole);
    const name = toldPath(root, file.path);
    yield { kind: 'names what is left', file: name, line, text: `${text} (${rule})`, isUsable };
  }
}

/** Whether a mark for a person stands above, in the same run of lines. */
function isMarked(text: string, at: number): boolean {
  const lines = text.slice(0, at).split('\n').slice(-6);
  return lines.some((line) => line.includes(`// ${MARKER}`));
}

/** A request from which the token was taken sends the cookie. */
export const sendsTheCookie: Check = {
  kind: 'sends the cookie',
  stops: false,
  *run(result) {
    if (result.survey.topology.topology === 'same-origin') return;
    const headers = tokenHeadersOf(result.sources.flatMap(({ before }) => before ?? []));
    for (const source of result.sources) if (source.before) yield* withoutCookie(source.before, source, headers, result);
  },
};

/** Whether nobody read the token: a server of sockets that looks into no handshake needs no cookie there. */
function isUnread({ api }: HttpRequest, { survey }: PlannedProject): boolean {
  return api.socket !== undefined && survey.facts.client.byCookie.unread?.has(api.socket) === true;
}

function* withoutCookie(
  before: SourceFile,
  { after, name }: PlannedSource,
  headers: ReadonlySet<string>,
  result: PlannedProject,
): Generator<CheckFailure> {
  if (isTestFile(after.path, result.root)) return;
  const carried = new Set(
    requestsOf(before)
      .filter((request) => !isUnread(request, result) && tokenHeaderOf(before, request, headers) !== undefined)
      .map(({ node }) => (node.arguments[0] ? textOf(before, node.arguments[0]) : '')),
  );
  for (const request of requestsOf(after)) {
    const [first] = request.node.arguments;
    const { credentials } = request.api;
    if (
      !credentials ||
      !first ||
      !carried.has(textOf(after, first)) ||
      bearerExposures(after).some((one) => contains(request.node, one.node))
    )
      continue;
    if (clientsBehind(after, request.node).length > 0 || isFollowed(after, request, result) || isSentWithCookie(after, request)) continue;
    const { state } = stateOfRequest(after, request, credentials);
    if (state !== 'missing' && state !== 'off') continue;
    const { line } = positionOf(after, request.node.range[0]);
    yield { kind: 'sends the cookie', file: name, line, text: 'this request sends the token no more, and no cookie either' };
  }
}
