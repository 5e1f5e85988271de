import path from 'node:path';
import type { PageDataApi } from './page-data-api.ts';
import { functionsNamed, propertiesOf, returnedBy } from './page-data-api.ts';

/** `load` of `+page` and `+layout`: what it returns is the page's `data`. https://svelte.dev/docs/kit/load */
export const svelteKit: PageDataApi = {
  id: 'sveltekit',
  hint: /\bload\b/,
  *values(file) {
    if (!/^\+(?:page|layout)(?:\.server)?\.[jt]s$/.test(path.basename(file.path))) return;
    for (const { fn, name } of functionsNamed(file, /^load$/))
      for (const returned of returnedBy(fn)) yield* propertiesOf({ file, node: returned }, file, name);
  },
};
