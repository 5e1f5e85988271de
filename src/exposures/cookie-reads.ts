import { readCookieName } from '../credentials/names.ts';
import { bindingOf, valuesOf, variableOf } from '../syntax/bindings.ts';
import { resolveValue } from '../flow/resolve.ts';
import type { Node } from '../syntax/nodes.ts';
import { bare, memberName } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { perFile, positionOf } from '../syntax/source-file.ts';
import type { Credential } from './credential.ts';
import { serversIn } from './server-apis.ts';

/** The session's cookies that the file's code reads on a server, by the expression that reads each. */
const cookieReadsOf = perFile((file): ReadonlyMap<Node, Credential> => {
  const found = new Map<Node, Credential>();
  for (const api of serversIn(file)) {
    for (const { node, name } of api.cookieReads?.(file) ?? []) {
      const { verdict, kind } = readCookieName(name, file.settings.names);
      if (verdict !== 'credential' && verdict !== 'likely') continue;
      const { line } = positionOf(file, node.range[0]);
      const reason = `it is read from the cookie '${name}' (line ${line}), which scripts need not know`;
      found.set(node, { node, file, name, kind, strength: 'flow', reason });
    }
  }
  return found;
});

/**
 * The session's cookie whose value an expression is: `cookies().get('token')?.value`, `req.cookies.token || null`, and what either
 * was kept in. What is only asked of it (`!!token`, `token.length`) is none.
 */
export function cookieReadAt(file: SourceFile, node: Node, steps = 6): Credential | undefined {
  if (steps <= 0 || cookieReadsOf(file).size === 0) return undefined;
  const inner = bare(node);
  const known = cookieReadsOf(file).get(inner);
  if (known) return known;
  switch (inner.type) {
    case 'LogicalExpression':
      return cookieReadAt(file, inner.operator === '&&' ? inner.right : inner.left, steps - 1);
    case 'ConditionalExpression':
      return cookieReadAt(file, inner.consequent, steps - 1) ?? cookieReadAt(file, inner.alternate, steps - 1);
    case 'MemberExpression':
      return memberName(inner) === 'value' ? cookieReadAt(file, inner.object, steps - 1) : undefined;
    case 'Identifier':
      return cookieReadByName(file, inner, steps);
    default:
      return undefined;
  }
}

function cookieReadByName(file: SourceFile, name: Node, steps: number): Credential | undefined {
  const value = resolveValue({ file, node: name });
  if (value.file === file && value.node !== name) return cookieReadAt(file, value.node, steps - 1);
  const variable = variableOf(file, name);
  const binding = variable && bindingOf(variable);
  // const { value: token } = cookies().get('token')
  return binding?.kind === 'value' && binding.path.join('.') === 'value' && valuesOf(variable!).length === 0
    ? cookieReadAt(file, binding.init, steps - 1)
    : undefined;
}
