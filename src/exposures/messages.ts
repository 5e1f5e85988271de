import { messaging } from '../apis/messaging/index.ts';
import { mentioned } from '../syntax/hints.ts';
import { sourcesOf } from '../flow/back.ts';
import { locationOf } from '../flow/location.ts';
import { isFunction } from '../syntax/nodes.ts';
import { runtimeAt } from '../syntax/runtime.ts';
import { perFile, textOf } from '../syntax/source-file.ts';
import type { Credential } from './credential.ts';
import { credentialAt } from './evidence.ts';
import { article } from './named-evidence.ts';
import type { MessageExposure } from './exposure.ts';
import { credentialWithin } from './holders.ts';
import { isPlausible } from './plausible.ts';

/** Text without which nothing is sent to another window. */
export const MESSAGE_HINT = /postMessage/;

const messagingIn = mentioned(messaging);

/** Credentials in messages to other windows. */
export const messageExposures = perFile((file): readonly MessageExposure[] =>
  messagingIn(file)
    .flatMap((api) => [...api.messages(file)])
    .flatMap(({ node, message, kind, toAnyOrigin = false }) => {
      if (runtimeAt(file, node) === 'server') return [];
      const credential = credentialAt(file, message) ?? credentialWithin(file, message);
      if (!credential || !isPlausible(file, credential, node) || isMadeHere(credential)) return [];
      return [
        {
          kind: 'token-in-message',
          file,
          node,
          channel: kind,
          toAnyOrigin,
          what: article(credential.kind),
          reason: credential.reason,
        } as const,
      ];
    }),
);

/** A number or a text that nobody else knows, made where it is sent: by it a page knows its own messages again. */
const MADE = /\b(?:Math\.random|Date\.now|performance\.now|randomUUID|getRandomValues|nanoid|uuid(?:v4)?)\(/;

/** From how many places the value may come. */
const MOST_SOURCES = 20;

/** Whether what is called a token is made in the page, as a session's is not. */
function isMadeHere({ file, node, strength }: Credential): boolean {
  if (strength !== 'likely') return false;
  const seen = new Set([locationOf(file, node)]);
  for (const at of seen) {
    if (!isFunction(at.node) && MADE.test(textOf(at.file, at.node))) return true;
    if (seen.size < MOST_SOURCES) for (const one of sourcesOf(at)) seen.add(one);
  }
  return false;
}
