import { variableOf } from '../../syntax/bindings.ts';
import { argumentAt, calleeName, returnsOf } from '../../syntax/functions.ts';
import { isFunction } from '../../syntax/nodes.ts';
import { originOf } from '../../flow/origin.ts';
import { nodesOf } from '../../syntax/source-file.ts';
import { staticText } from '../../flow/static-text.ts';
import type { PageDataApi } from './page-data-api.ts';

/** Nuxt's `useState(key, init)`, which writes what the server put into it into the page: https://nuxt.com/docs/api/composables/use-state */
export const nuxtState: PageDataApi = {
  id: 'nuxt-state',
  hint: /useState/,
  *values(file) {
    for (const node of nodesOf(file, 'CallExpression')) {
      if (calleeName(node) !== 'useState' || node.callee.type !== 'Identifier') continue;
      // Nuxt imports it by itself; React's has another first argument, and is imported.
      if (variableOf(file, node.callee) && !/^(?:#imports|#app|nuxt\/app)#useState$/.test(originOf(file, node.callee) ?? '')) continue;
      const [key, init] = [argumentAt(node, 0), argumentAt(node, 1)];
      const name = key && staticText(file, key);
      if (name === undefined || !init || !isFunction(init)) continue;
      for (const value of returnsOf(init)) yield { node, name, value: { file, node: value }, way: 'useState' };
    }
  },
};
