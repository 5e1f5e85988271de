import { expect, it } from 'vitest';
import { scan } from '../../src/cli/scan.ts';
import { temporaryProject } from '../support/temporary-project.ts';

it("takes a page's front matter for the server's, and its scripts for the page's", () => {
  const page = `---
const token = await signIn(Astro.request);
Astro.cookies.set('token', token, { path: '/', httpOnly: true });
const orders = await fetch(import.meta.env.API, { headers: { Authorization: \`Bearer \${token}\` } });
---
<script>
  fetch('/api', { headers: { Authorization: 'Bearer ' + localStorage.getItem('token') } });
</script>
`;
  const { findings } = scan(temporaryProject({ 'src/pages/index.astro': page }));
  expect(findings.map(({ line, rule }) => `${line} ${rule}`)).toEqual(['3 require-cookie-attributes', '7 no-client-bearer-token']);
});
