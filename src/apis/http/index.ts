import { angularApi } from './angular.ts';
import { apisauceApi } from './apisauce.ts';
import { apolloApi } from './apollo.ts';
import { aspidaAxiosApi, aspidaFetchApi } from './aspida.ts';
import { axiosApi } from './axios.ts';
import { eventSourceApi, eventSourcePolyfillApi, fetchEventSourceApi } from './event-source.ts';
import { fetchApi } from './fetch.ts';
import { generatedClientApi } from './generated-client.ts';
import { gotApi } from './got.ts';
import { graphqlRequestApi } from './graphql-request.ts';
import { graphqlWsApi } from './graphql-ws.ts';
import type { HttpApi } from './http-api.ts';
import { jqueryApi } from './jquery.ts';
import { kyApi } from './ky.ts';
import { nuxtAxiosApi } from './nuxt-axios.ts';
import { ofetchApi } from './ofetch.ts';
import { openapiFetchApi } from './openapi-fetch.ts';
import { rtkQueryApi } from './rtk-query.ts';
import { socketIoApi } from './socket-io.ts';
import { superagentApi } from './superagent.ts';
import { trpcApi } from './trpc.ts';
import { umiRequestApi } from './umi-request.ts';
import { urqlApi } from './urql.ts';
import { vueuseCreatedFetchApi, vueuseFetchApi } from './vueuse-fetch.ts';
import { webSocketApi } from './web-socket.ts';
import { wretchApi } from './wretch.ts';
import { xhrApi } from './xhr.ts';

export type { CredentialsWay, HeaderWay, HttpAnswer, HttpApi, HttpClient, HttpRequest, SessionWay, TokenSlot } from './http-api.ts';

/** Every HTTP client that rules and codemods know. A new one is a file beside these and a line here. */
export const httpClients: readonly HttpApi[] = [
  fetchApi,
  axiosApi,
  xhrApi,
  kyApi,
  superagentApi,
  jqueryApi,
  angularApi,
  apolloApi,
  urqlApi,
  rtkQueryApi,
  graphqlRequestApi,
  graphqlWsApi,
  trpcApi,
  openapiFetchApi,
  ofetchApi,
  vueuseFetchApi,
  vueuseCreatedFetchApi,
  gotApi,
  umiRequestApi,
  wretchApi,
  apisauceApi,
  aspidaFetchApi,
  aspidaAxiosApi,
  nuxtAxiosApi,
  socketIoApi,
  eventSourceApi,
  eventSourcePolyfillApi,
  fetchEventSourceApi,
  webSocketApi,
  generatedClientApi,
];
