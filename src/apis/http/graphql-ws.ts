import { describedClient } from './described-client.ts';
import { propertiesCalled, tokensGiven } from './token-slots.ts';

/**
 * Subscriptions over a WebSocket send `connectionParams`, an object or a function that gives one, when they connect:
 * https://the-guild.dev/graphql/ws/docs/interfaces/client.ClientOptions#connectionparams, subscriptions-transport-ws,
 * Apollo's WebSocketLink and tRPC's createWSClient alike.
 */
export const graphqlWsApi = describedClient({
  id: 'graphql-ws',
  hint: /connectionParams/,
  label: 'graphql-ws',
  *tokens(file) {
    for (const value of propertiesCalled(file, 'connectionParams')) yield* tokensGiven(file, value, '`connectionParams`');
  },
});
