import type { RuleCases } from '../support/rule-cases.ts';

export default {
  rule: 'no-unsanitized-html',
  valid: [
    {
      name: "a highlighter's markup in a state",
      filename: 'client/a.tsx',
      code: `
import { useEffect, useState } from 'react';
import { codeToHtml } from 'shiki';
export function Snippet({ text }) {
  const [markup, setMarkup] = useState('');
  useEffect(() => {
    let isShown = true;
    void (async () => {
      const made = await codeToHtml(text, { lang: 'css', theme: 'nord' });
      if (isShown) setMarkup(made);
    })();
    return () => { isShown = false; };
  }, [text]);
  return <pre dangerouslySetInnerHTML={{ __html: markup }} />;
}`,
    },
    {
      name: 'set by the promise',
      filename: 'client/a.tsx',
      code: `
import * as React from 'react';
import { codeToHtml } from 'shiki';
export function Snippet({ text }) {
  const [markup, setMarkup] = React.useState(null);
  React.useEffect(() => { codeToHtml(text, options).then(setMarkup); }, [text]);
  return markup === null ? <pre>{text}</pre> : <div dangerouslySetInnerHTML={{ __html: markup }} />;
}`,
    },
    {
      name: 'a highlighter that another file makes',
      filename: 'client/a.tsx',
      code: `
import { highlighter } from './highlighter';
export async function Snippet({ text }) {
  const shiki = await highlighter();
  const markup = shiki.codeToHtml(text, { lang: 'ts' });
  return <div dangerouslySetInnerHTML={{ __html: markup }} />;
}`,
    },
    {
      name: 'a state that is set to sanitized texts',
      filename: 'client/a.tsx',
      code: `
import DOMPurify from 'dompurify';
import { useEffect, useState } from 'react';
export function Preview({ source }) {
  const [markup, setMarkup] = useState('');
  useEffect(() => {
    if (source === '') setMarkup('');
    else setMarkup(DOMPurify.sanitize(render(source)));
  }, [source]);
  return <div dangerouslySetInnerHTML={{ __html: markup }} />;
}`,
    },
    {
      name: 'an escaped text in which a pattern is marked',
      filename: 'client/a.js',
      code: `
function marked(text, query) {
  const safe = escapeHtml(text);
  if (!query) return safe;
  const pattern = new RegExp('(' + query + ')', 'gi');
  return safe.replace(pattern, '<mark>$1</mark>');
}
row.innerHTML = marked(item.name, search.value);`,
    },
    {
      name: "constant data as a script's",
      filename: 'client/a.js',
      code: `
const about = { '@context': 'https://schema.org', name: 'Notes', links: ['/a', '/b'], owner: { name: 'Us' } };
const script = \`<script type="application/ld+json">\${JSON.stringify(about) + '<'}/script>\`;
head.innerHTML = script;
head.innerHTML = \`<script type="application/json">\${JSON.stringify(loaded)}</script>\`;`,
    },
    {
      name: "a chart's style sheet",
      filename: 'client/a.tsx',
      code: `
const SCHEMES = { day: '', night: '.night' };
export function Palette({ of, series }) {
  const coloured = Object.entries(series).filter(([, one]) => one.color);
  return (
    <style
      dangerouslySetInnerHTML={{
        __html: Object.entries(SCHEMES)
          .map(([name, prefix]) => \`\${prefix} [data-of=\${of}] { \${coloured.map(([key, one]) => \`--\${key}: \${one.color};\`).join('\\n')} }\`)
          .join('\\n'),
      }}
    />
  );
}`,
    },
    {
      name: 'a style sheet of a template, and one of a function',
      filename: 'client/a.tsx',
      code: `
const sheet = (theme) => \`:root { --accent: \${theme.accent}; }\`;
export const Sheet = ({ width, theme }) => (
  <>
    <style dangerouslySetInnerHTML={{ __html: \`.box { width: \${width}px }\` }} />
    <style dangerouslySetInnerHTML={{ __html: sheet(theme) }} />
  </>
);`,
    },
  ],
  invalid: [
    {
      name: 'a state that is set to what a server sent',
      filename: 'client/a.tsx',
      code: `
import { useEffect, useState } from 'react';
export function Snippet({ id }) {
  const [markup, setMarkup] = useState('');
  useEffect(() => { fetch('/notes/' + id).then((answer) => answer.text()).then(setMarkup); }, [id]);
  return <pre dangerouslySetInnerHTML={{ __html: markup }} />;
}`,
      errors: [{ messageId: 'unsanitized', line: 6, column: 15 }],
    },
    {
      name: 'a state of which one value is not sanitized',
      filename: 'client/a.tsx',
      code: `
import DOMPurify from 'dompurify';
import { useEffect, useState } from 'react';
export function Preview({ source }) {
  const [markup, setMarkup] = useState('');
  useEffect(() => {
    setMarkup(isShort(source) ? source.html : DOMPurify.sanitize(source.html));
  }, [source]);
  return <div dangerouslySetInnerHTML={{ __html: markup }} />;
}`,
      errors: [{ messageId: 'unsanitized', line: 9, column: 15 }],
    },
    {
      name: 'data that nobody escapes, as markup',
      filename: 'client/a.js',
      code: 'const about = { name: row.name };\nhead.innerHTML = JSON.stringify(about);',
      errors: [{ messageId: 'unsanitized', line: 2, column: 1 }],
    },
    {
      name: 'an escaped text into which another is put',
      filename: 'client/a.js',
      code: "row.innerHTML = escapeHtml(item.name).replace('%s', search.value);",
      errors: [{ messageId: 'unsanitized', line: 1, column: 1 }],
    },
    {
      name: 'a style sheet that somebody else writes',
      filename: 'client/a.tsx',
      code: 'export const Sheet = ({ settings }) => <style dangerouslySetInnerHTML={{ __html: settings.customCss }} />;',
      errors: [{ messageId: 'unsanitized', line: 1, column: 47 }],
    },
  ],
} satisfies RuleCases;
