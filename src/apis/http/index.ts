import { axiosApi } from './axios.ts';
import { fetchApi } from './fetch.ts';
import type { HttpApi } from './http-api.ts';
import { xhrApi } from './xhr.ts';

export type { HttpApi, HttpClient, HttpRequest } from './http-api.ts';

/** Every HTTP client that rules and codemods know. A new one is a file beside these and a line here. */
export const httpClients: readonly HttpApi[] = [fetchApi, axiosApi, xhrApi];
