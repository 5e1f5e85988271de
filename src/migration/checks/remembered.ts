import { requestsOf } from '../../app/requests.ts';
import { sentRequestsOf } from '../../app/sent-requests.ts';
import { sessionPathsOf } from '../../codemods/facts.ts';
import { isSentToSignIn } from '../../codemods/token-flow/received.ts';
import { positionOf } from '../../syntax/source-file.ts';
import { isTestFile } from '../../syntax/test-files.ts';
import type { Check } from './check.ts';
import { isFollowed, isOfFollowed } from './followed.ts';

/** Where people sign in the session is taken note of: else pages show them as signed out. */
export const remembersSignIns: Check = {
  kind: 'remembers sign-ins',
  stops: false,
  *run(result) {
    const { client, facts } = result.survey;
    if (!client || !result.sources.some(({ before, path }) => before && client.files.some((one) => one.path === path))) return;
    const pages = new Set(client.files.map((file) => file.path));
    const own = new Set([...sessionPathsOf(facts.client), facts.client.seedSession.path]);
    for (const file of result.concerned) {
      if (!pages.has(file.path) || own.has(file.path) || isTestFile(file.path, result.root)) continue;
      for (const request of requestsOf(file)) {
        if (isFollowed(file, request, result) || isOfFollowed(file, request)) continue;
        for (const sent of sentRequestsOf(file, request)) {
          if (!isSentToSignIn(sent, facts.client) || /\brememberSession\(/.test(file.text + sent.file.text)) continue;
          const name = sent.file.path.slice(result.root.length + 1);
          const { line } = positionOf(sent.file, sent.node.range[0]);
          const text = 'people sign in here, and nothing takes note of it: call rememberSession() with the answer';
          yield { kind: 'remembers sign-ins', file: name, line, text };
        }
      }
    }
  },
};
