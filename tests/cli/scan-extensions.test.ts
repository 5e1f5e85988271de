import { expect, it } from 'vitest';
import { scan } from '../../src/cli/scan.ts';
import { temporaryProject } from '../support/temporary-project.ts';

const CODE = "export const keep = (host, token) => localStorage.setItem(host + '_access_token', token);\n";

function messages(files: Readonly<Record<string, string>>): string[] {
  return scan(temporaryProject({ 'src/options.js': CODE, ...files }), {}).findings.map(({ message }) => message);
}

it("an extension's own pages are told what an extension can do, as no server sets a cookie for it", () => {
  const manifest = JSON.stringify({ manifest_version: 3, name: 'x', version: '1' });
  for (const files of [
    { 'package.json': '{}', 'manifest.json': manifest },
    { 'package.json': '{}', 'public/manifest.json': manifest },
    { 'package.json': '{"devDependencies":{"wxt":"^0.20.0"}}' },
  ])
    expect(messages(files)).toEqual([expect.stringContaining('chrome.storage.session')]);
});

it("a web app's manifest is none of an extension", () => {
  expect(messages({ 'package.json': '{}', 'manifest.json': '{"name":"x","start_url":"/"}' })).toEqual([
    expect.stringContaining('HttpOnly cookie'),
  ]);
});

it.each([
  ['src/background/api.js', []],
  ['src/background.js', []],
  ['src/service-worker.js', []],
  ['src/popup/api.js', ['no-client-bearer-token']],
  ['src/backgrounds.js', ['no-client-bearer-token']],
])('a header of %s: no site runs a script beside the background', (file, rules) => {
  const code =
    "import axios from 'axios';\nexport const me = (accessToken) => axios.get('/me', { headers: { Authorization: `Bearer ${accessToken}` } });\n";
  const scanned = (dependencies: object): string[] =>
    scan(temporaryProject({ 'package.json': JSON.stringify({ dependencies }), [file]: code })).findings.map(({ rule }) => rule);
  expect(scanned({ axios: '1', 'webextension-polyfill': '0.12' })).toEqual(rules);
  expect(scanned({ axios: '1' })).toEqual(['no-client-bearer-token']);
});
