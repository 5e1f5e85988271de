import { calleeName } from '../../syntax/functions.ts';
import type { CallNode, Node } from '../../syntax/nodes.ts';
import { bare, memberName } from '../../syntax/nodes.ts';
import { originOf } from '../../flow/origin.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf } from '../../syntax/source-file.ts';
import type { NavigationApi } from './navigation-api.ts';
import { whole } from '../../credentials/alternatives.ts';

/** Functions that go somewhere themselves, by origin: React Router, Next, Nuxt, Expo, SvelteKit. */
const FUNCTIONS = whole([
  /react-router(?:-dom)?#useNavigate\(\)/,
  /#imports#navigateTo/,
  /nuxt\/app#navigateTo/,
  /navigateTo/,
  /\$app\/navigation#goto/,
  /@reach\/router#navigate/,
  /gatsby#navigate/,
]);
const METHODS = /^(?:push|replace|navigate|navigateByUrl|createUrlTree|parseUrl|resolve)$/;
const ROUTER_NAME = /^\$?_?(?:router|Router|history|navigation|navigate)$|Router$/;

/**
 * Routers of pages: Next's `useRouter().push`, Vue Router's, Angular's `navigate(commands, { queryParams })`, React
 * Router's `navigate` and `history`. They are handed around, so their names count where imports do not show them.
 */
export const routers: NavigationApi = {
  id: 'routers',
  hint: /rout|navigat|history|goto/i,
  *navigations(file) {
    for (const node of nodesOf(file, 'CallExpression')) {
      if (!isNavigation(file, node)) continue;
      for (const to of node.arguments) if (to.type !== 'SpreadElement') yield { node, to, kind: 'page' };
    }
    for (const node of nodesOf(file, 'JSXAttribute')) {
      // <Navigate to={…}>, <Link href={…}>
      if (node.name.type !== 'JSXIdentifier' || !/^(?:to|href)$/.test(node.name.name) || node.value?.type !== 'JSXExpressionContainer')
        continue;
      yield { node, to: node.value.expression, kind: 'page' };
    }
  },
};

function isNavigation(file: SourceFile, call: CallNode): boolean {
  const { callee } = call;
  if (callee.type === 'Identifier') return callee.name === 'navigate' || FUNCTIONS.test(originOf(file, callee) ?? '');
  if (callee.type !== 'MemberExpression' || !METHODS.test(calleeName(call) ?? '')) return false;
  return ROUTER_NAME.test(nameOf(callee.object) ?? '');
}

function nameOf(node: Node): string | undefined {
  const inner = bare(node);
  if (inner.type === 'Identifier') return inner.name;
  if (inner.type === 'MemberExpression') return memberName(inner);
  // useRouter().push(…)
  return inner.type === 'CallExpression' && calleeName(inner) === 'useRouter' ? 'router' : undefined;
}
