import { isGlobal } from '../syntax/bindings.ts';
import { argumentAt, calleeName } from '../syntax/functions.ts';
import type { Node, TSESTree } from '../syntax/nodes.ts';
import { bare, memberName } from '../syntax/nodes.ts';
import { runtimeAt } from '../syntax/runtime.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { nodesOf, perFile } from '../syntax/source-file.ts';
import { writtenAttributes } from '../apis/html/tagged-templates.ts';
import { originOf } from '../flow/origin.ts';
import { staticText } from '../flow/static-text.ts';
import { TOKEN_WORDS } from './credential.ts';
import { credentialAt } from './evidence.ts';
import { article } from './named-evidence.ts';
import type { GlobalExposure } from './exposure.ts';
import { credentialWithin } from './holders.ts';
import { isPlausible } from './plausible.ts';
import { isRedacted } from './redaction.ts';
import { whole } from '../credentials/alternatives.ts';

/** Text without which no credential is put on a global or an element. */
export const GLOBAL_HINT = [TOKEN_WORDS, /\b(?:window|globalThis|self|document|dataset|setAttribute|history)\b|data-/];

/** Credentials on `window`, `document` and in attributes of elements. */
export const globalExposures = perFile((file): readonly GlobalExposure[] => {
  return [...filled(file)].flatMap(({ node, value, place }) => {
    if (runtimeAt(file, node) === 'server' || isRedacted(file, value)) return [];
    const credential = credentialAt(file, value) ?? credentialWithin(file, value);
    if (!credential || !isPlausible(file, credential, node)) return [];
    return [{ kind: 'token-on-global', file, node, place, what: article(credential.kind), reason: credential.reason } as const];
  });
});

interface Filling {
  readonly node: Node;
  readonly value: Node;
  /** Where it is put, for people: `window.session`. */
  readonly place: string;
}

function* filled(file: SourceFile): Generator<Filling> {
  for (const node of nodesOf(file, 'AssignmentExpression')) {
    const { left, right } = node;
    if (left.type !== 'MemberExpression' || !/^(?:\?\?|\|\|)?=$/.test(node.operator)) continue;
    const place = onGlobal(file, left) ?? inDataset(left);
    if (place !== undefined) yield { node, value: right, place };
  }
  for (const call of nodesOf(file, 'CallExpression')) yield* byCall(file, call);
  for (const { name, before, value } of writtenAttributes(file))
    if (name.startsWith('data-') && before === '') yield { node: value, value, place: `the attribute \`${name}\`` };
  for (const node of nodesOf(file, 'JSXAttribute')) {
    const name = node.name.type === 'JSXIdentifier' ? node.name.name : '';
    if (name.startsWith('data-') && node.value?.type === 'JSXExpressionContainer')
      yield { node, value: node.value.expression, place: `the attribute \`${name}\`` };
  }
}

/** `Object.assign(window, { token })`, `element.setAttribute('data-token', token)`, `history.pushState({ token }, '')`. */
function* byCall(file: SourceFile, call: TSESTree.CallExpression): Generator<Filling> {
  const [first, second] = [argumentAt(call, 0), argumentAt(call, 1)];
  if (call.callee.type !== 'MemberExpression' || !first || !second) return;
  const name = calleeName(call);
  const state = inHistory(file, call, name);
  if (state) yield { node: call, value: state, place: 'the `state` of the page’s history' };
  if (name === 'assign' && isWindow(file, first)) yield { node: call, value: second, place: '`window`' };
  if (name === 'assign' && isDataset(first)) yield { node: call, value: second, place: "the element's `dataset`" };
  if (name !== 'setAttribute' && !(name === 'attr' && isOfJquery(file, call.callee.object))) return;
  const attribute = staticText(file, first);
  if (attribute?.startsWith('data-')) yield { node: call, value: second, place: `the attribute \`${attribute}\`` };
}

/** `history.pushState({ token }, '')`: a script reads it as `history.state`, and it outlives the page. */
function inHistory(file: SourceFile, call: TSESTree.CallExpression, name: string | undefined): Node | undefined {
  if ((name !== 'pushState' && name !== 'replaceState') || call.callee.type !== 'MemberExpression') return undefined;
  return originOf(file, call.callee.object) === 'history' ? argumentAt(call, 0) : undefined;
}

/** Members of the globals that are storages, addresses and clients of their own: other rules'. */
const OTHERS = whole(`
  localStorage sessionStorage location history cookie cookieStore navigator axios fetch indexedDB document chrome
  browser domain opener parent onmessage
`);

/** `window.token = …`, `document.token = …`, `window.__APP__.token = …`. */
function onGlobal(file: SourceFile, member: TSESTree.MemberExpression): string | undefined {
  const name = memberName(member);
  const object = bare(member.object);
  // window[key] = token: whichever it is, it is on the window.
  if (isWindow(file, object) || (object.type === 'Identifier' && object.name === 'document' && isGlobal(file, object)))
    return name !== undefined && OTHERS.test(name) ? undefined : `\`${shown(object)}${name === undefined ? '' : `.${name}`}\``;
  if (object.type !== 'MemberExpression' || !isWindow(file, object.object)) return undefined;
  const holder = memberName(object);
  return holder === undefined || OTHERS.test(holder) ? undefined : `\`window.${holder}${name === undefined ? '' : `.${name}`}\``;
}

function shown(object: Node): string {
  return object.type === 'Identifier' ? object.name : 'window';
}

function isWindow(file: SourceFile, node: Node): boolean {
  const inner = bare(node);
  return inner.type === 'Identifier' && /^(?:window|globalThis|self)$/.test(inner.name) && isGlobal(file, inner);
}

/** `element.dataset.token = …`. */
function inDataset(member: TSESTree.MemberExpression): string | undefined {
  return isDataset(member.object) ? "the element's `dataset`" : undefined;
}

function isDataset(node: Node): boolean {
  const inner = bare(node);
  return inner.type === 'MemberExpression' && memberName(inner) === 'dataset';
}

/** `$('#app')`, `jQuery(element).find('p')`. */
function isOfJquery(file: SourceFile, node: Node): boolean {
  return /^(?:\$|jQuery|jquery#)\(\)/.test(originOf(file, node) ?? '');
}
