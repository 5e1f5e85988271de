import { describedClient, shortcuts } from './described-client.ts';

/**
 * https://github.com/infinitered/apisauce: axios underneath, parameters or data before the configuration; `setHeader`
 * changes an instance.
 */
export const apisauceApi = describedClient({
  id: 'apisauce',
  hint: /apisauce/,
  label: 'apisauce',
  credentials: { form: 'option', path: ['withCredentials'], value: true },
  header: { form: 'option', path: ['headers'] },
  factories: { 'apisauce#create': { options: 0 } },
  methods: shortcuts({ url: 0, options: 2 }, ['get', 'post', 'put', 'patch', 'delete', 'head', 'link', 'unlink']),
  base: ['baseURL'],
});
