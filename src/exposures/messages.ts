import { messaging } from '../apis/messaging/index.ts';
import { mentioned } from '../syntax/hints.ts';
import { runtimeAt } from '../syntax/runtime.ts';
import { perFile } from '../syntax/source-file.ts';
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
      if (!credential || !isPlausible(file, credential, node)) return [];
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
