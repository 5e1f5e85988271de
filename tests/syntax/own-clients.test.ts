import { expect, it } from 'vitest';
import { ownClient } from '../../src/syntax/own-clients.ts';
import { readSettings } from '../../src/syntax/settings.ts';

const settings = readSettings({
  clients: [
    { module: 'lib/http', export: 'http', like: 'axios' },
    { module: '@acme/request', sendsCredentials: false },
  ],
});

it('is found by the end of its module and by its export', () => {
  const http = { module: 'lib/http', export: 'http', like: 'axios', sendsCredentials: true };
  for (const source of ['lib/http', '../lib/http', '@/lib/http', '~/src/lib/http.ts', './lib/http/index.js'])
    expect(ownClient(settings, source, 'http')).toEqual(http);
  expect(ownClient(settings, '@acme/request', 'default')).toEqual({
    module: '@acme/request',
    export: 'default',
    like: 'fetch',
    sendsCredentials: false,
  });
});

it('is no other module and no other export', () => {
  expect(ownClient(settings, 'my-lib/http', 'http')).toBeUndefined();
  expect(ownClient(settings, 'lib/https', 'http')).toBeUndefined();
  expect(ownClient(settings, 'lib/http', 'default')).toBeUndefined();
});

it.each([
  [{}, 'must be a list'],
  [['lib/http'], 'each needs a `module`'],
  [[{ module: '' }], 'each needs a `module`'],
  [[{ module: 'lib/http', export: 1 }], '`export` must be'],
  [[{ module: 'lib/http', like: 'telnet' }], '`like` must be one of axios, fetch'],
  [[{ module: 'lib/http', sendsCredentials: 'yes' }], '`sendsCredentials` must be true or false'],
  [[{ module: 'lib/http', name: 'http' }], 'name is not one of'],
])('a mistake is said: %j', (clients, message) => {
  expect(() => readSettings({ clients })).toThrow(message);
});
