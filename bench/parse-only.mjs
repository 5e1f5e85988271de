// node parse-only.mjs FOLDER: reads the sources of an app, and parses those that have a word about credentials. What a scan is
// measured by.
import { readFileSync } from 'node:fs';
import { parseSync } from 'oxc-parser';
import { sources } from './sources.mjs';

const WORDS = /token|jwt|auth|bearer|secret|session|cookie|credential|passw|login|oidc|msal|cognito|httponly/i;

let nodes = 0;
for (const file of sources(process.argv[2])) {
  const text = readFileSync(file, 'utf8');
  if (!WORDS.test(text)) continue;
  const lang = /\.[cm]?ts$/.test(file) ? 'ts' : file.endsWith('.tsx') ? 'tsx' : 'jsx';
  // The tree is made when it is asked for.
  nodes += parseSync(file, text, { astType: 'ts', preserveParens: false, lang }).program.body.length;
}
console.log(nodes);
