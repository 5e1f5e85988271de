import type { ResponseBody } from '../apis/server/index.ts';
import type { Node } from '../syntax/nodes.ts';
import { contains } from '../syntax/nodes.ts';
import { runtimeAt } from '../syntax/runtime.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { perFile } from '../syntax/source-file.ts';
import type { BodyPart } from './body-parts.ts';
import { partsOf } from './body-parts.ts';
import { seenFrom } from './credential.ts';
import type { BodyExposure } from './exposure.ts';
import { isForPrograms } from './program-answers.ts';
import { isProgrammatic } from './programmatic-endpoints.ts';
import { serversIn } from './server-apis.ts';
import { isShownOnce } from './shown-once.ts';

/** Text without which no handler answers with a body: by a method, by an assignment, or by returning it. */
export const ANSWERS = /return|=>|\.json|\.send|\.end|\.write|\.body|\.ok|\.success/i;

/**
 * Text without which no handler answers with a token, or with a cookie that holds one. Answers are in nearly every text, so they are
 * not asked for.
 */
export const BODY_HINT = /token|jwt|bearer|cookies\b|getCookie/i;

/** Session credentials in the bodies of a server's answers. */
export const bodyExposures = perFile((file): readonly BodyExposure[] => {
  const found = new Map<Node, BodyExposure & { repeats: BodyExposure['repeats'][number][] }>();
  for (const api of serversIn(file)) {
    if (!api.responses) continue;
    for (const response of api.responses(file)) {
      if (isProgrammatic(file, response) || runtimeAt(file, response.node) === 'browser') continue;
      for (const part of partsOf(file, response)) {
        const { handler } = response;
        if (isReportedThere(file, part) || isForOthers(file, part, response)) continue;
        const answer = {
          server: api,
          response: response.node,
          form: response.ofService ? 'returned' : 'sent',
          ...(handler && { handler }),
        } as const;
        const known = found.get(part.node);
        if (known) {
          if (known.response !== answer.response) known.repeats.push(answer);
          continue;
        }
        found.set(part.node, {
          kind: 'response-body',
          file,
          node: part.node,
          credential: seenFrom(file, part.credential),
          ...answer,
          repeats: [],
        });
      }
    }
  }
  return [...found.values()];
}, []);

/** What goes to programs alone: they have no cookies to keep a session in, and a secret that is made for one is to be copied. */
function isForOthers(file: SourceFile, { node, credential }: BodyPart, { handler, path }: ResponseBody): boolean {
  return (
    isShownOnce(file, credential, handler, path) || (handler !== undefined && contains(handler, node) && isForPrograms(file, node, handler))
  );
}

/** What another file is reported for, where the token is put together, is no second defect here. */
function isReportedThere(file: SourceFile, { source }: BodyPart): boolean {
  return source.file !== file && bodyExposures(source.file).some((one) => contains(one.node, source.node));
}
