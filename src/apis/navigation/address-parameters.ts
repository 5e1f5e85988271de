import { bindingOf, variableOf } from '../../syntax/bindings.ts';
import { originOf } from '../../flow/origin.ts';
import { resolveValue } from '../../flow/resolve.ts';
import { staticText } from '../../flow/static-text.ts';
import { argumentAt } from '../../syntax/functions.ts';
import type { Node, TSESTree } from '../../syntax/nodes.ts';
import { bare, isAssignmentTarget, memberName, propertyName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf, nodesWithin, perFile, textOf } from '../../syntax/source-file.ts';

/** A parameter that a page takes out of its own address. */
export interface AddressParameter {
  /** The expression that gives it, or the property of a pattern that takes it. */
  readonly node: TSESTree.Expression | TSESTree.Property;
  readonly key: string;
}

/** Text without which no page does. */
const HINT = /location|SearchParams|query|\bhash\b/;

/** Every parameter that the pages of a file take out of their address: by the platform, by a router, by hand. */
export const addressParametersOf = perFile((file): readonly AddressParameter[] => {
  if (!HINT.test(file.text)) return [];
  return [
    ...nodesOf(file, 'CallExpression').flatMap((call) => askedFor(file, call)),
    ...nodesOf(file, 'MemberExpression').flatMap((member) => memberOfQuery(file, member)),
    ...nodesOf(file, 'VariableDeclarator').flatMap((declarator) => takenApart(file, declarator)),
    ...nodesOf(file, 'VariableDeclarator').flatMap((declarator) => cutOut(file, declarator)),
  ];
});

/** `params.get('token')` */
function askedFor(file: SourceFile, call: TSESTree.CallExpression): AddressParameter[] {
  const name = argumentAt(call, 0);
  if (!name || call.callee.type !== 'MemberExpression' || memberName(call.callee) !== 'get') return [];
  const key = staticText(file, name);
  return key !== undefined && isParameters(file, call.callee.object) ? [{ node: call, key }] : [];
}

/** https://reactrouter.com/en/main/hooks/use-search-params, https://nextjs.org/docs/app/api-reference/functions/use-search-params */
const HOOKS = /^(?:react-router(?:-dom)?#useSearchParams\(\)\.0|next\/navigation#useSearchParams\(\)|wouter#useSearchParams\(\)\.0)$/;

/**
 * https://router.vuejs.org/api/interfaces/RouteLocationNormalized.html#query,
 * https://nextjs.org/docs/pages/api-reference/functions/use-router
 */
const QUERIES =
  /^(?:vue-router#useRoute\(\)\.query|this\.\$route\.query|next\/router#useRouter\(\)\.query|(?:query-string|qs)#(?:default\.)?parse\(\))$/;

function isParameters(file: SourceFile, node: Node): boolean {
  const origin = originOf(file, node) ?? '';
  if (HOOKS.test(origin)) return true;
  if (!/^(?:URLSearchParams<new>|URL<new>\.searchParams)$/.test(origin)) return false;
  const made = resolveValue({ file, node: withoutMember(node) });
  const given = made.node.type === 'NewExpression' ? argumentAt(made.node, 0) : undefined;
  return given !== undefined && isAddress(made.file, given);
}

/** `new URL(…)` of `new URL(…).searchParams`. */
function withoutMember(node: Node): Node {
  const inner = bare(node);
  return inner.type === 'MemberExpression' && memberName(inner) === 'searchParams' ? inner.object : inner;
}

/** `window.location.search`, `location.hash.slice(1)`, `hash.replace('#', '')` of `const { hash } = useLocation()`. */
function isAddress(file: SourceFile, node: Node, steps = 4): boolean {
  if (LOCATION.test(textOf(file, node))) return true;
  return (
    steps > 0 &&
    nodesWithin(file, 'Identifier', node).some((name) => {
      const variable = variableOf(file, name);
      const binding = variable && bindingOf(variable);
      return binding?.kind === 'value' && binding.init !== node && isAddress(file, binding.init, steps - 1);
    })
  );
}

const LOCATION = /\b(?:window\.|document\.)?location\b|\buseLocation\(/i;

/** `route.query.token`, `this.$route.query.token`. */
function memberOfQuery(file: SourceFile, member: TSESTree.MemberExpression): AddressParameter[] {
  const key = memberName(member);
  if (key === undefined || isAssignmentTarget(member) || !isQuery(file, member.object)) return [];
  return [{ node: member, key }];
}

function isQuery(file: SourceFile, node: Node): boolean {
  const inner = bare(node);
  if (inner.type === 'MemberExpression' && /^(?:this\.)?\$route\.query$/.test(textOf(file, inner))) return true;
  return QUERIES.test(originOf(file, node) ?? '');
}

/** `const { token } = router.query` */
function takenApart(file: SourceFile, { id, init }: TSESTree.VariableDeclarator): AddressParameter[] {
  if (id.type !== 'ObjectPattern' || !init || !isQuery(file, init)) return [];
  return id.properties.flatMap((property) => {
    const key = property.type === 'Property' ? propertyName(property) : undefined;
    return property.type === 'Property' && key !== undefined ? [{ node: property, key }] : [];
  });
}

/** `const token = window.location.hash.split('token=')[1]` */
function cutOut(file: SourceFile, { id, init }: TSESTree.VariableDeclarator): AddressParameter[] {
  if (id.type !== 'Identifier' || !init) return [];
  const text = textOf(file, init);
  if (!/\blocation\.(?:hash|search|href)\b/.test(text) || !/^[\w.?[\]()'"`/#&=\\^*+, -]+$/.test(text)) return [];
  const key = /['"`/(#?&]([\w-]+)=/.exec(text)?.[1];
  return key === undefined ? [] : [{ node: init, key }];
}
