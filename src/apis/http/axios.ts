import { describedClient, shortcuts } from './described-client.ts';

/** https://axios-http.com/docs/api_intro, for the options https://axios-http.com/docs/req_config */
export const axiosApi = describedClient({
  id: 'axios',
  hint: /axios/i,
  label: 'axios',
  credentials: { form: 'option', path: ['withCredentials'], value: true },
  header: { form: 'option', path: ['headers'] },
  session: { form: 'observed', shared: { source: 'axios', name: 'axios' } },
  // The package's own instance, made ones, those that a type annotation names, and the global of the script tag.
  objects: ['axios#', 'axios', 'axios#axios', 'axios#Axios<new>', 'axios#AxiosInstance<new>', 'axios#AxiosStatic<new>'],
  makers: { create: 0 },
  call: { url: 0, options: 1 },
  methods: {
    ...shortcuts({ url: 0, options: 1 }, ['get', 'delete', 'head', 'options']),
    ...shortcuts({ url: 0, options: 2 }, ['post', 'put', 'patch', 'postForm', 'putForm', 'patchForm']),
    request: { options: 0 },
    getUri: { options: 0 },
  },
  base: ['baseURL'],
});
