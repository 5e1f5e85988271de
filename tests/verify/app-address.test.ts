import { describe, expect, it } from 'vitest';
import { checkedAddress, isOfApp } from '../../src/verify/app-address.ts';

describe('the address that is looked at', () => {
  it.each(['http://localhost:5173', 'localhost:5173', 'https://app.localhost', 'http://127.0.0.2:80', 'http://[::1]:3000'])(
    '%s',
    (text) => {
      expect(checkedAddress(text, false).protocol).toMatch(/^https?:$/);
    },
  );

  it.each([
    ['https://app.example.com', 'app.example.com is not this machine'],
    ['http://localhost.example.com', 'is not this machine'],
    ['http://127.0.0.1.example.com', 'is not this machine'],
    ['http://10.0.0.1', 'is not this machine'],
    ['file:///etc/passwd', 'reached by http: or https:'],
    ['http://', 'is no address of an app'],
  ])('not %s', (text, message) => {
    expect(() => checkedAddress(text, false)).toThrow(message);
  });

  it('another machine where that is said', () => {
    expect(checkedAddress('https://app.example.com', true).host).toBe('app.example.com');
  });
});

describe('where requests are made again', () => {
  it.each([
    ['http://localhost:5173', 'http://localhost:3001/api', true],
    ['http://localhost:5173', 'http://127.0.0.1:3001/api', true],
    ['http://localhost:5173', 'https://api.stripe.com/v1', false],
    ['https://app.example.com', 'https://api.example.com/me', true],
    ['https://app.example.com', 'https://example.org/me', false],
    ['https://a.vercel.app', 'https://b.vercel.app/me', false],
    ['https://app.example.com', 'data:text/plain,x', false],
  ])('of %s, %s: %s', (app, address, expected) => {
    expect(isOfApp(new URL(app), address)).toBe(expected);
  });
});
