import { broadcastChannel } from './broadcast-channel.ts';
import type { MessagingApi } from './messaging-api.ts';
import { postMessage } from './post-message.ts';

export type { MessagingApi, SentMessage } from './messaging-api.ts';

/** Everything that sends messages to other windows and that rules know. A new one is a file beside these and a line here. */
export const messaging: readonly MessagingApi[] = [broadcastChannel, postMessage];
