import { describe, expect, it } from 'vitest';
import { hostOf, isThisMachine, webOriginOf } from '../src/hosts.ts';

describe('a host that is this machine', () => {
  it.each(['localhost', 'LOCALHOST', 'app.localhost', '127.0.0.1', '127.1.2.3', '0.0.0.0', '[::1]'])('%s', (host) => {
    expect(isThisMachine(host)).toBe(true);
  });

  it.each(['localhost.example.com', 'example.com', '127.0.0.1.example.com', '128.0.0.1', 'mylocalhost', ''])('not %s', (host) => {
    expect(isThisMachine(host)).toBe(false);
  });
});

/** What is not known of an address. */
const UNKNOWN = '\0';

describe('the beginning of an address', () => {
  it.each([
    ['http://localhost:3000/api', 'localhost', 'http://localhost:3000'],
    ['https://api.example.com', 'api.example.com', 'https://api.example.com'],
    ['https://api.example.com?x=1', 'api.example.com', 'https://api.example.com'],
    ['http://[::1]:4000/', '[::1]', 'http://[::1]:4000'],
    [`http://localhost:${UNKNOWN}/api`, 'localhost', undefined],
    [`https://api.${UNKNOWN}/`, 'api.', undefined],
    [`https://${UNKNOWN}/api`, undefined, undefined],
    ['/api/login', undefined, undefined],
    ['ws://localhost', undefined, undefined],
  ])('%j', (address, host, origin) => {
    expect(hostOf(address)).toBe(host);
    expect(webOriginOf(address)).toBe(origin);
  });
});
