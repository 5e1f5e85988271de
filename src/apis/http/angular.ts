import { describedClient, shortcuts } from './described-client.ts';

/**
 * https://angular.dev/api/common/http/HttpClient: injected by a constructor's parameter or `inject()`. Interceptors, as
 * classes and as functions, clone the request: `req.clone({ setHeaders })`, https://angular.dev/guide/http/interceptors
 */
export const angularApi = describedClient({
  id: 'angular',
  hint: /@angular\/(?:common\/)?http/,
  label: "Angular's HttpClient",
  credentials: { form: 'option', path: ['withCredentials'], value: true },
  header: { form: 'option', path: ['headers'] },
  objects: ['@angular/common/http#HttpClient<new>', '@angular/http#Http<new>'],
  methods: {
    ...shortcuts({ url: 0, options: 1 }, ['get', 'delete', 'head', 'options', 'jsonp']),
    ...shortcuts({ url: 0, options: 2 }, ['post', 'put', 'patch']),
    request: { url: 1, options: 2 },
  },
});
