import { typeWhereRead } from '../syntax/binding-types.ts';
import type { Binding } from '../syntax/bindings.ts';
import { bindingOf, readsOf, requiredModule, valuesOf, variableOf } from '../syntax/bindings.ts';
import type { Place } from './resolve.ts';
import { declaredName, locationOf } from './location.ts';
import { elementsOfList, givenByCallers, possibleMembers } from './candidates.ts';
import { possibleTexts } from './possible-texts.ts';
import { resolveValue } from './resolve.ts';
import { Walk } from './walk.ts';
import { elementsNamed, fieldOf, givenInConstructor, parameterField } from '../syntax/members.ts';
import { thisHost } from './this-host.ts';
import type { ClassNode, Node, TSESTree } from '../syntax/nodes.ts';
import { bare, isClass, isFunction, isUndefined, memberName } from '../syntax/nodes.ts';
import { argumentAt, iteratedBy, parameterOf, returnsOf } from '../syntax/functions.ts';
import { ownClient } from '../syntax/own-clients.ts';
import type { SourceFile } from '../syntax/source-file.ts';

/**
 * Where a value comes from in the outside world, as one text that tables can be keyed by:
 *
 * - `localStorage.getItem`, a global, without `window.`, `globalThis.` and the like;
 * - `js-cookie#get`, an export of a package (`#` alone is the package itself: its default export, namespace or `require`);
 * - `axios#create().interceptors.request`, through calls, properties and constants;
 * - `universal-cookie#<new>.set`, an instance, also where a type annotation or `inject()` is all that says so;
 * - `react-cookie#useCookies().1`, an element of what a call gave;
 * - `this.$cookies`, what a plugin adds to every component.
 *
 * Aliases, renamed imports, destructuring, re-exports (in a project), default parameters, optional chaining, casts and
 * functions that only return another thing are looked through.
 */
export type Origin = string;

/** Members that plugins add to every component, which no file defines: Vue's `this.$cookies`, and React's `this.props`. */
const PLUGGED_IN = /^(?:\$\w+|props)$/;

const GLOBAL_OBJECTS = new Set(['window', 'globalThis', 'self', 'global', 'top', 'parent', 'document.defaultView']);

const walk = new Walk<Origin | undefined>(({ file, node }) => compute({ file, node }), {
  nothingYet: undefined,
  unknown: undefined,
  isSame: (one, other) => one === other,
});

/** The origin of an expression, or undefined where it is the file's own or unknown. */
export function originOf(file: SourceFile, node: Node): Origin | undefined {
  return walk.ask(locationOf(file, declaredName(file, bare(node))));
}

/** Joins an origin and a member: `js-cookie#` and `get` are `js-cookie#get`, `a` and `b` are `a.b`. */
export function memberOrigin(origin: Origin, member: string): Origin {
  if (GLOBAL_OBJECTS.has(origin)) return member;
  // A package and its default export are one: bundlers and Node disagree on which of them an import gives.
  if (origin.endsWith('#')) return member === 'default' ? origin : origin + member;
  return `${origin}.${member}`;
}

function compute({ file, node }: Place): Origin | undefined {
  const required = requiredModule(file, node);
  if (required !== undefined) return packageOrigin(file, required, undefined);
  switch (node.type) {
    case 'Identifier':
      return ofIdentifier(file, node);
    case 'MemberExpression':
      return ofMember(file, node);
    case 'CallExpression':
      return ofCall(file, node);
    case 'NewExpression': {
      const made = originOf(file, node.callee);
      return made && `${made}<new>`;
    }
    case 'ConditionalExpression':
      return originOf(file, node.consequent) ?? originOf(file, node.alternate);
    case 'LogicalExpression':
      return originOf(file, node.operator === '&&' ? node.right : node.left) ?? originOf(file, node.right);
    case 'AssignmentExpression':
      return originOf(file, node.right);
    default:
      return undefined;
  }
}

function ofIdentifier(file: SourceFile, node: TSESTree.Identifier): Origin | undefined {
  const variable = variableOf(file, node);
  if (!variable) return node.name === 'undefined' ? undefined : node.name;
  const binding = bindingOf(variable);
  switch (binding.kind) {
    case 'import':
      return packageOrigin(file, binding.source, binding.imported);
    case 'value':
    case 'unknown': {
      const made =
        binding.kind === 'value' && binding.path.length > 0
          ? along(originOf(file, binding.init), binding.path)
          : // `let store; try { store = window.localStorage } catch {}`: any of the values that has an origin.
            firstOrigin(valuesOf(variable).map((value) => ({ file, node: value })));
      return made ?? elsewhere({ file, node }) ?? originByType(file, node);
    }
    case 'parameter':
      return ofParameter(file, node, binding);
    case 'element':
      return binding.path.length === 0 ? firstOrigin(elementsOfList(file, binding.list)) : undefined;
    default:
      return undefined;
  }
}

function ofParameter(file: SourceFile, node: TSESTree.Identifier, binding: Extract<Binding, { kind: 'parameter' }>): Origin | undefined {
  // What it is by default says more than the name of a type that is not to be seen.
  const known =
    originByType(file, node) ??
    (binding.fallback && originOf(file, binding.fallback)) ??
    along(typedParameter(file, binding.node) ?? givenByWrapper(file, binding), binding.path);
  if (known !== undefined || binding.fallback) return known;
  const list = binding.index === 0 && binding.path.length === 0 ? iteratedBy(binding.fn) : undefined;
  return firstOrigin(list ? elementsOfList(file, list) : givenByCallers(file, binding).filter(isThere));
}

function ofMember(file: SourceFile, node: TSESTree.MemberExpression): Origin | undefined {
  const name = memberName(node) ?? possibleName(file, node);
  if (name === undefined) return firstOrigin(possibleMembers(file, node));
  if (bare(node.object).type === 'ThisExpression') return ofThis(file, node, name);
  if (isOtherWindow(node.object)) return name;
  const object = originOf(file, node.object);
  if (object !== undefined) return (object === 'this.props' ? originByType(file, node) : undefined) ?? memberOrigin(object, name);
  // const self = this as any; self.$cookies
  if (PLUGGED_IN.test(name) && resolveValue({ file, node: node.object }).node.type === 'ThisExpression') return `this.${name}`;
  return elsewhere({ file, node }) ?? originByType(file, node);
}

function ofThis(file: SourceFile, node: TSESTree.MemberExpression, name: string): Origin | undefined {
  const host = thisHost(bare(node.object));
  const own = (host && isClass(host) ? ofField(file, host, name) : undefined) ?? elsewhere({ file, node });
  return own ?? (PLUGGED_IN.test(name) ? `this.${name}` : undefined);
}

/** A window that is not the page's own has the same storages: `frame.contentWindow.localStorage`, `window.opener.localStorage`. */
function isOtherWindow(node: Node): boolean {
  const inner = bare(node);
  return inner.type === 'MemberExpression' && /^(?:contentWindow|opener)$/.test(memberName(inner) ?? '');
}

/** `window[type]`, where a type, a default, a condition or the callers say what `type` may be: the first of the names. */
function possibleName(file: SourceFile, { object, property }: TSESTree.MemberExpression): string | undefined {
  return isGlobalObject(object) ? possibleTexts(file, property)[0] : undefined;
}

function isGlobalObject(node: Node): boolean {
  const root = bare(node);
  return root.type === 'Identifier' && GLOBAL_OBJECTS.has(root.name);
}

/** Of several places, the origin of the first that has one. */
function firstOrigin(places: readonly Place[]): Origin | undefined {
  for (const { file, node } of places) {
    const origin = originOf(file, node);
    if (origin !== undefined) return origin;
  }
  return undefined;
}

/** What is there from the start, `localStorage` or a package, and not what a call gave: that is another in each place. */
function isThere(place: Place): boolean {
  return !/[(<]/.test(originOf(place.file, place.node) ?? '(');
}

/** Where the value itself says nothing, what it was made from may: a literal's member, another file's export. */
function elsewhere(place: Place): Origin | undefined {
  const value = resolveValue(place);
  return value.node === bare(place.node) || isFunction(value.node) ? undefined : originOf(value.file, value.node);
}

function ofCall(file: SourceFile, node: TSESTree.CallExpression): Origin | undefined {
  const callee = originOf(file, node.callee);
  if (callee === '@angular/core#inject' || callee === 'vue#inject') {
    const [token] = node.arguments;
    // Vue's keys are texts too: what a plugin provides under its own name.
    if (token?.type === 'Literal') return `${callee}('${String(token.value)}')`;
    return token && instance(originOf(file, token));
  }
  // A function that is bound to its object is still that function.
  if (callee?.endsWith('.bind') && node.arguments.length <= 1) return callee.slice(0, -'.bind'.length);
  if (callee !== undefined) return `${callee}()`;
  // A function of our own that only hands something on: `const storage = () => localStorage`.
  const fn = resolveValue({ file, node: node.callee });
  if (!isFunction(fn.node)) return undefined;
  // Where there is no window it may give nothing, or an object that stands in.
  const returned = returnsOf(fn.node).filter((one) => !isStandIn(one));
  const origins = returned.map((one) => namedByCaller(file, node, fn, one) ?? originOf(fn.file, one)).filter((one) => one !== undefined);
  return origins.length > 0 && origins.length === returned.length ? origins[0] : undefined;
}

function isStandIn(returned: Node): boolean {
  const inner = bare(returned);
  return inner.type === 'ObjectExpression' || (inner.type === 'Literal' && !inner.value) || isUndefined(inner);
}

/** `pick('sessionStorage')` of a function that returns `window[kind]`: the caller says which. */
function namedByCaller(file: SourceFile, call: TSESTree.CallExpression, fn: Place, returned: Node): Origin | undefined {
  const inner = bare(returned);
  if (inner.type !== 'MemberExpression' || !inner.computed || !isGlobalObject(inner.object)) return undefined;
  const parameter = parameterOf(fn.file, bare(inner.property));
  const given = parameter?.fn === fn.node ? argumentAt(call, parameter.index) : undefined;
  return given && possibleTexts(file, given)[0];
}

/** A class's field, by its initial value, its constructor parameter, or its type. */
function ofField(file: SourceFile, host: ClassNode, name: string): Origin | undefined {
  for (const element of elementsNamed(host, name)) {
    if (element.type !== 'PropertyDefinition') continue;
    const own = (element.value && originOf(file, element.value)) ?? instanceByType(file, element.typeAnnotation);
    if (own !== undefined) return own;
  }
  const [given] = givenInConstructor(host, name);
  if (given) return originOf(file, given);
  const parameter = parameterField(host, name);
  return parameter && originOf(file, fieldOf(parameter));
}

function annotationOf(parameter: TSESTree.Parameter): TSESTree.TSTypeAnnotation | undefined {
  const inner = parameter.type === 'TSParameterProperty' ? parameter.parameter : parameter;
  const target = inner.type === 'AssignmentPattern' ? inner.left : inner;
  return target.type === 'Identifier' ? target.typeAnnotation : undefined;
}

/** What a name or a member is an instance of by the type that is declared for it, be it in another's: `{ jar }: { jar: Cookies }`. */
export function originByType(file: SourceFile, node: Node): Origin | undefined {
  const type = typeWhereRead(file, node);
  return type && instanceOf(type.file, type.node);
}

/** What a whole parameter is an instance of by its type, whose members are not written here: `{ cookies }: ReactCookieProps`. */
function typedParameter(file: SourceFile, parameter: TSESTree.Parameter): Origin | undefined {
  const inner = parameter.type === 'AssignmentPattern' ? parameter.left : parameter;
  return instanceByType(file, inner.type === 'ObjectPattern' ? inner.typeAnnotation : annotationOf(parameter));
}

/** `withCookies(Home)`: a package's function around a component is where the component's properties come from. */
function givenByWrapper(file: SourceFile, { fn, index }: Extract<Binding, { kind: 'parameter' }>): Origin | undefined {
  const name = fn.id ?? (fn.parent.type === 'VariableDeclarator' ? fn.parent.id : undefined);
  const variable = index === 0 && name?.type === 'Identifier' ? variableOf(file, name) : undefined;
  for (const place of [fn, ...(variable ? readsOf(variable) : [])]) {
    const { parent } = place;
    if (parent?.type !== 'CallExpression' || parent.arguments[0] !== place) continue;
    const origin = originOf(file, parent.callee);
    if (origin !== undefined && WRAPS_COMPONENTS.test(origin)) return `${origin}.props`;
  }
  return undefined;
}

const WRAPS_COMPONENTS = /#with[A-Z]\w*$/;

/** `x: HttpClient` is an instance of what `HttpClient` names, `x: HttpClient | null` too; any other union says nothing. */
function instanceByType(file: SourceFile, annotation: TSESTree.TSTypeAnnotation | undefined): Origin | undefined {
  return annotation && instanceOf(file, annotation.typeAnnotation);
}

function instanceOf(file: SourceFile, written: TSESTree.TypeNode): Origin | undefined {
  const type = withoutNothing(written);
  if (type.type !== 'TSTypeReference') return undefined;
  if (type.typeName.type === 'Identifier') return instance(originOf(file, type.typeName));
  if (type.typeName.type === 'TSQualifiedName' && type.typeName.left.type === 'Identifier') {
    const left = originOf(file, type.typeName.left);
    return instance(left && memberOrigin(left, type.typeName.right.name));
  }
  return undefined;
}

function withoutNothing(type: TSESTree.TypeNode): TSESTree.TypeNode {
  if (type.type !== 'TSUnionType') return type;
  const [only, ...more] = type.types.filter((one) => one.type !== 'TSNullKeyword' && one.type !== 'TSUndefinedKeyword');
  return only && more.length === 0 ? only : type;
}

function instance(origin: Origin | undefined): Origin | undefined {
  return origin === undefined ? undefined : `${origin}<new>`;
}

function along(origin: Origin | undefined, path: readonly (string | undefined)[]): Origin | undefined {
  let at = origin;
  for (const step of path) {
    if (at === undefined || step === undefined) return undefined;
    at = memberOrigin(at, step);
  }
  return at;
}

/** An import's origin: what a module of the project exports is followed to its own origin, a package's stays. */
function packageOrigin(file: SourceFile, source: string, imported: string | undefined): Origin | undefined {
  // A client that the settings name is what it is like.
  const own = ownClient(file.settings, source, imported ?? 'default');
  if (own) return own.like === 'fetch' ? 'fetch' : `${own.like}#`;
  const exported = imported === undefined || imported === '*' ? undefined : file.links?.exported(file, source, imported);
  if (exported) return isFunction(exported.node) || isClass(exported.node) ? undefined : originOf(exported.file, exported.node);
  if (file.links?.isLocal(file, source)) return undefined;
  const root = `${source.replace(/^node:/, '')}#`;
  return imported === undefined || imported === '*' || imported === 'default' ? root : root + imported;
}
