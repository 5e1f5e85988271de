import { bindingOf, variableOf } from '../syntax/bindings.ts';
import { calleeName } from '../syntax/functions.ts';
import type { Node } from '../syntax/nodes.ts';
import { bare } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { textOf } from '../syntax/source-file.ts';

const REQUEST = /^(?:fetch|\$fetch|ofetch|axios|got|ky|post|request)$/;
const SIGN_IN = /\/(?:log-?in|sign-?in|sign-?up|register|authenticate|refresh(?:-?token)?|oauth\/token)\b/i;

/**
 * Whether a value is taken out of what a server answered where people sign in: `const { token } = await (await
 * fetch(API + '/login')).json()`,
 * `response.data.token`, in as many steps as code takes for it.
 */
export function comesFromSignIn(file: SourceFile, node: Node, steps = 5): boolean {
  const inner = bare(node);
  if (steps <= 0) return false;
  switch (inner.type) {
    case 'Identifier': {
      const variable = variableOf(file, inner);
      const binding = variable && bindingOf(variable);
      return binding?.kind === 'value' && comesFromSignIn(file, binding.init, steps - 1);
    }
    case 'MemberExpression':
      return comesFromSignIn(file, inner.object, steps);
    case 'CallExpression': {
      const [address] = inner.arguments;
      if (REQUEST.test(calleeName(inner) ?? '')) return address !== undefined && SIGN_IN.test(textOf(file, address));
      return inner.callee.type === 'MemberExpression' && comesFromSignIn(file, inner.callee.object, steps - 1);
    }
    default:
      return false;
  }
}
