import type { CorsPolicy } from '../apis/server/index.ts';
import { bindingOf, variableOf } from '../syntax/bindings.ts';
import { isOutsideProduction, productionBranch } from '../flow/environment.ts';
import { resolveValue } from '../flow/resolve.ts';
import type { Place } from '../flow/resolve.ts';
import { argumentAt, calleeName, callsOf, returnsOf } from '../syntax/functions.ts';
import type { FunctionNode, Node } from '../syntax/nodes.ts';
import { bare, contains, enclosingFunction, isFunction, memberName } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { nodesOf, perFile, textOf } from '../syntax/source-file.ts';
import { staticText } from '../flow/static-text.ts';
import type { CorsExposure } from './exposure.ts';
import { serversIn } from './server-apis.ts';

/** CORS policies that let any origin read what a user's cookies open. */
export const corsExposures = perFile((file): readonly CorsExposure[] => {
  const found = new Map<Node, CorsExposure>();
  for (const api of serversIn(file)) {
    if (!api.cors) continue;
    for (const policy of api.cors(file)) {
      const exposure = judge(file, policy);
      // Options that two calls share are one policy.
      if (exposure && !found.has(exposure.node)) found.set(exposure.node, exposure);
    }
  }
  return [...found.values()];
});

function judge(file: SourceFile, policy: CorsPolicy): CorsExposure | undefined {
  if (!policy.credentials || !isOn(policy.credentials) || isOutsideProduction(file, policy.node)) return undefined;
  const allows = policy.origin ? allowed(policy.origin) : policy.defaultOrigin === 'none' ? undefined : policy.defaultOrigin;
  if (allows === undefined || (allows === 'reflected' && policy.origin && isChecked(policy.origin))) return undefined;
  const place = policy.origin ?? policy.credentials;
  return { kind: 'cors', file, node: place.file === file ? whole(place.node) : policy.node, policy, allows };
}

/** A method's function begins at its bracket: what people see is the method. */
function whole(node: Node): Node {
  return node.parent?.type === 'Property' && node.parent.method ? node.parent : node;
}

function isOn(place: Place): boolean {
  const { node } = resolveValue(place);
  return node.type === 'Literal' && (node.value === true || node.value === 'true');
}

/** Whether an origin setting allows every origin, and how: by a wildcard, or by giving the caller's back. */
function allowed(place: Place): CorsExposure['allows'] | undefined {
  const { file, node } = resolveValue(place);
  const inner = (child: Node): CorsExposure['allows'] | undefined => allowed({ file, node: child });
  switch (node.type) {
    case 'Literal':
      if (node.value === '*') return 'any';
      if ('regex' in node) return matchesStrangers(node.regex.pattern, node.regex.flags) ? 'reflected' : undefined;
      return node.value === true ? 'reflected' : undefined;
    case 'NewExpression': {
      const [pattern, flags] = [0, 1].map((i) => argumentAt(node, i)).map((one) => one && staticText(file, one));
      return pattern !== undefined && calleeName(node) === 'RegExp' && matchesStrangers(pattern, flags ?? '') ? 'reflected' : undefined;
    }
    case 'ArrayExpression': {
      const elements = node.elements.map((one) => (one && one.type !== 'SpreadElement' ? inner(one) : undefined));
      return elements.find((one) => one !== undefined);
    }
    case 'LogicalExpression':
      return inner(node.left) ?? inner(node.right);
    case 'ConditionalExpression': {
      const inProduction = productionBranch(file, node);
      return inProduction ? inner(inProduction) : (inner(node.consequent) ?? inner(node.alternate));
    }
    case 'MemberExpression':
      // req.headers.origin, req.get('origin'): what the caller says.
      return /^(?:origin|referer)$/i.test(memberName(node) ?? '') && isHeaders(node.object) ? 'reflected' : undefined;
    case 'Identifier': {
      // const { origin } = req.headers, ({ headers: { origin } }, res) => …
      const variable = variableOf(file, node);
      const binding = variable && bindingOf(variable);
      if ((binding?.kind !== 'value' && binding?.kind !== 'parameter') || binding.path.at(-1) !== 'origin') return undefined;
      return binding.path.at(-2) === 'headers' || (binding.kind === 'value' && binding.path.length === 1 && isHeaders(binding.init))
        ? 'reflected'
        : undefined;
    }
    case 'CallExpression': {
      // req.get('origin'), and h3's getHeader(event, 'origin')
      const name = argumentAt(node, node.callee.type === 'MemberExpression' ? 0 : 1);
      return name?.type === 'Literal' &&
        /^origin$/i.test(String(name.value)) &&
        (node.callee.type === 'MemberExpression' || /header/i.test(calleeName(node) ?? ''))
        ? 'reflected'
        : undefined;
    }
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
    case 'FunctionDeclaration':
      return allowsAll(file, node) ? 'reflected' : undefined;
    default:
      return undefined;
  }
}

/** `req.headers`, or `headers` taken out of it. */
function isHeaders(node: Node): boolean {
  const object = bare(node);
  const name = object.type === 'MemberExpression' ? memberName(object) : object.type === 'Identifier' ? object.name : undefined;
  return name !== undefined && /^headers?$/.test(name);
}

/** An origin that nobody would list: a pattern that it matches lets everybody in. */
const STRANGER = 'https://stranger.invalid';

function matchesStrangers(pattern: string, flags: string): boolean {
  try {
    return new RegExp(pattern, flags).test(STRANGER);
  } catch {
    return false;
  }
}

/**
 * `(origin, callback) => callback(null, true)`, `(origin) => origin` and `(ctx) => ctx.get('Origin')`: yes is all that is said, and
 * no condition stands before it.
 */
function allowsAll(file: SourceFile, fn: FunctionNode): boolean {
  const [origin, callback] = fn.params;
  const isYes = (answer: Node | undefined): boolean => {
    const value = answer && bare(answer);
    if (value?.type === 'LogicalExpression') return value.operator !== '&&' && isYes(value.left);
    if (value?.type === 'ConditionalExpression') return isYes(value.consequent) && isYes(value.alternate);
    if (origin?.type === 'Identifier' && value?.type === 'Identifier') return value.name === origin.name;
    return value !== undefined && !isFunction(value) && allowed({ file, node: value }) !== undefined;
  };
  const called =
    callback?.type === 'Identifier'
      ? callsOf(file).filter((call) => contains(fn, call) && call.callee.type === 'Identifier' && call.callee.name === callback.name)
      : [];
  const answers =
    called.length > 0
      ? called.map((call) => ({ node: call, answer: argumentAt(call, 1) }))
      : returnsOf(fn).map((answer) => ({ node: answer, answer }));
  const isDecided = (node: Node): boolean => {
    for (let at = node; at.parent && at.parent !== fn; at = at.parent) {
      const { parent } = at;
      if (
        parent.type === 'ConditionalExpression' ||
        parent.type === 'SwitchCase' ||
        parent.type === 'LogicalExpression' ||
        isFunction(parent)
      )
        return true;
      // Yes in both branches is yes.
      if (
        parent.type === 'IfStatement' &&
        ![parent.consequent, parent.alternate].every((branch) => branch && answers.some((one) => contains(branch, one.node)))
      )
        return true;
    }
    return false;
  };
  return (
    answers.length > 0 &&
    answers.every(({ answer }) => isYes(answer)) &&
    answers.some(({ node }) => !isDecided(node)) &&
    !nodesOf(file, 'ThrowStatement').some((one) => contains(fn, one))
  );
}

/**
 * Whether the handler that answers with the caller's origin asks first whether it may: `if (allowed.includes(origin))`,
 * before, around or in the answer. Whether there is an origin at all is no such question.
 */
function isChecked({ file, node }: Place): boolean {
  const handler = enclosingFunction(node);
  if (
    !handler?.params.some(
      (one) => one.type === 'ObjectPattern' || (one.type === 'Identifier' && /^_?(?:req|request|ctx|context|c|event)$/.test(one.name)),
    )
  )
    return false;
  const tests = [
    ...nodesOf(file, 'IfStatement').map((one) => one.test),
    ...nodesOf(file, 'ConditionalExpression').map((one) => one.test),
    ...nodesOf(file, 'LogicalExpression')
      .filter((one) => one.operator === '&&')
      .map((one) => one.left),
  ];
  return tests.some((test) => contains(handler, test) && !contains(test, node) && decidesOnOrigin(file, test));
}

function decidesOnOrigin(file: SourceFile, test: Node): boolean {
  const { file: home, node } = resolveValue({ file, node: test.type === 'UnaryExpression' ? test.argument : test });
  if (!/origin/i.test(textOf(home, node))) return false;
  const isThere = (side: Node): boolean =>
    (side.type === 'Literal' && side.value === null) ||
    (side.type === 'Identifier' && side.name === 'undefined') ||
    (side.type === 'UnaryExpression' && side.operator === 'typeof');
  return (
    nodesOf(home, 'CallExpression').some((call) => contains(node, call) && !/^(?:get|header|getHeader)$/.test(calleeName(call) ?? '')) ||
    nodesOf(home, 'BinaryExpression').some(
      (one) => contains(node, one) && /^(?:[!=]==?|in)$/.test(one.operator) && ![one.left, one.right].some(isThere),
    )
  );
}
