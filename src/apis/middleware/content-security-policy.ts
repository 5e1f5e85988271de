import type { Place } from '../../flow/resolve.ts';
import { resolveValue } from '../../flow/resolve.ts';
import { isOutsideProduction, productionBranch } from '../../flow/environment.ts';
import { argumentAt } from '../../syntax/functions.ts';
import type { Node } from '../../syntax/nodes.ts';
import { bare } from '../../syntax/nodes.ts';
import type { ObjectShape } from '../../flow/objects.ts';
import { shapeOf } from '../../flow/objects.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesWithin, textOf } from '../../syntax/source-file.ts';
import type { Policy, PolicyState } from './middleware-api.ts';

/** The options of a middleware: of `helmet(options)`, or of `app.register(helmet, options)`. */
export function optionsOf({ file, node }: Place): Place | undefined {
  const made = bare(node);
  const { parent } = made;
  const options =
    made.type === 'CallExpression'
      ? argumentAt(made, 0)
      : parent?.type === 'CallExpression' && parent.callee !== made
        ? argumentAt(parent, parent.arguments.indexOf(made as never) + 1)
        : undefined;
  return options && { file, node: options };
}

/** What the options of helmet and its kin say under `contentSecurityPolicy`: absent is the default policy, false is none. */
export function policyInOptions(middleware: Place): Policy {
  const { file, node } = resolveValue(middleware);
  const options = optionsOf({ file, node });
  const shape = options && shapeOf(options);
  const entry = shape?.entries.get('contentSecurityPolicy');
  if (!entry) return { state: 'set', at: middleware };
  return policyOfValue({ file: entry.file, node: entry.value });
}

/** What the value of `contentSecurityPolicy` comes to in production. */
export function policyOfValue(place: Place): Policy {
  const { file, node } = resolveValue(place);
  if (node.type === 'ConditionalExpression') {
    const inProduction = productionBranch(file, node);
    if (inProduction) return policyOfValue({ file, node: inProduction });
  }
  if (node.type === 'Literal' && node.value === false) return { state: 'off', at: place };
  const shape = shapeOf({ file, node });
  const inner = shape?.entries.get('directives');
  const directives = inner ? shapeOf({ file: inner.file, node: inner.value }) : shape;
  return directives ? policyOfDirectives(directives, place) : { state: 'set', at: place };
}

function policyOfDirectives(directives: ObjectShape, at: Place): Policy {
  const entry = ['scriptSrc', 'script-src', 'defaultSrc', 'default-src']
    .map((name) => directives.entries.get(name))
    .find((one) => one !== undefined);
  if (!entry) return { state: 'set', at };
  const texts = textsIn(entry.file, entry.value);
  return { state: sourcesState(texts.join(' ')), at: { file: entry.file, node: entry.node } };
}

/** The state of a header that is written out as a text: its script-src, else its default-src. */
export function policyOfText(text: string): PolicyState {
  const directives = text.split(';').map((one) => one.trim().toLowerCase());
  return sourcesState(
    directives.find((one) => one.startsWith('script-src')) ?? directives.find((one) => one.startsWith('default-src')) ?? '',
  );
}

/** Browsers ignore 'unsafe-inline' beside a nonce, a hash or 'strict-dynamic': https://www.w3.org/TR/CSP3/#allow-all-inline */
function sourcesState(sources: string): PolicyState {
  return sources.includes("'unsafe-inline'") && !/'nonce-|'sha(?:256|384|512)-|'strict-dynamic'/.test(sources) ? 'unsafe-inline' : 'set';
}

/** Every text that stands in an expression and that production sees, also where conditions and functions are around it. */
export function textsIn(file: SourceFile, expression: Node): string[] {
  const { file: home, node } = resolveValue({ file, node: expression });
  return [
    ...nodesWithin(home, 'Literal', node)
      .filter((one) => typeof one.value === 'string' && !isOutsideProduction(home, one))
      .map((one) => String(one.value)),
    ...nodesWithin(home, 'TemplateElement', node).map((one) => textOf(home, one)),
  ];
}
