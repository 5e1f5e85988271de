import { describe, expect, it } from 'vitest';
import { withoutConnection, withoutConnectionName } from '../../src/verify/engine-io.ts';

const AT = 'http://localhost/socket.io/?EIO=4&transport=polling&t=x';
const SID = 'lv_VI97HAXpY6yYWAAAC';

describe('the name of a connection', () => {
  it('is taken out of addresses of Engine.IO alone', () => {
    expect(withoutConnection(`${AT}&sid=${SID}`)).toBe(`${AT}&`);
    expect(withoutConnection(`http://localhost/pay?sid=${SID}`)).toBe(`http://localhost/pay?sid=${SID}`);
    expect(withoutConnection(`${AT}&sid=${SID}&token=eyJ`)).toBe(`${AT}&&token=eyJ`);
  });

  it.each([
    ['a connection that opens', `0{"sid":"${SID}","upgrades":["websocket"]}`, '0{"sid":"","upgrades":["websocket"]}'],
    ['a namespace', `40{"sid":"${SID}"}`, '40{"sid":""}'],
    ['a named namespace', `40/chat,{"sid":"${SID}"}`, '40/chat,{"sid":""}'],
    ['what is polled together', `2\u001E40{"sid":"${SID}"}`, '2\u001E40{"sid":""}'],
  ])('is taken out of what the server sends: %s', (_name, text, rest) => {
    expect(withoutConnectionName(AT, text)).toBe(rest);
  });

  it.each([
    ['an event', `42["welcome",{"sid":"${SID}"}]`],
    ['what stands beside it', '40{"token":"eyJhbGciOiJIUzI1NiJ9"}'],
  ])('is no excuse for %s', (_name, text) => {
    expect(withoutConnectionName(AT, text)).toBe(text);
    expect(withoutConnectionName('http://localhost/login', `0{"sid":"${SID}"}`)).toContain(SID);
  });
});
