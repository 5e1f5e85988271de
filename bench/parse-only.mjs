// node parse-only.mjs FOLDER: reads the sources of an app, and parses those that have a word about credentials, of components their
// scripts. What a scan is measured by.
import { readFileSync } from 'node:fs';
import { parseSync } from 'oxc-parser';
import { sources } from './sources.mjs';

const WORDS = /token|jwt|auth|bearer|secret|session|cookie|credential|passw|login|oidc|msal|cognito|httponly/i;

/** The scripts of a component, or a source as a whole. */
function scriptsOf(file, text) {
  if (!/\.(?:vue|svelte)$/.test(file)) return [text];
  return Array.from(text.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g), ([, script]) => script);
}

function languageOf(file, text) {
  if (/\.(?:vue|svelte)$/.test(file)) return /<script\s[^>]*\blang=["']ts/.test(text) ? 'ts' : 'jsx';
  return /\.[cm]?ts$/.test(file) ? 'ts' : file.endsWith('.tsx') ? 'tsx' : 'jsx';
}

let nodes = 0;
for (const file of sources(process.argv[2], /\.(?:vue|svelte|[cm]?[jt]sx?)$/)) {
  const text = readFileSync(file, 'utf8');
  if (!WORDS.test(text)) continue;
  const lang = languageOf(file, text);
  // The tree is made when it is asked for.
  for (const script of scriptsOf(file, text))
    nodes += parseSync(file, script, { astType: 'ts', preserveParens: false, lang }).program.body.length;
}
console.log(nodes);
