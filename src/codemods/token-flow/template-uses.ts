import type { Node } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';

/** Directives that ask whether there is something. `disabled` and `hidden` are attributes without a value. */
const ASKING = /^(?:v-if|v-else-if|v-show|(?::|v-bind:)(?:disabled|hidden|required|readonly|checked))$/;

/** What a template does with the whole value of its code. */
export type TemplateUse = 'asked' | 'shown' | 'done';

/** What is done with an expression that is all of a template's code. Undefined for an expression of a script. */
export function templateUse(file: SourceFile, expression: Node): TemplateUse | undefined {
  const code = file.templateCode?.().find((one) => one.expression === expression);
  if (!code) return undefined;
  if (ASKING.test(code.directive)) return 'asked';
  return /^(?:@|v-on\b)/.test(code.directive) ? 'done' : 'shown';
}
