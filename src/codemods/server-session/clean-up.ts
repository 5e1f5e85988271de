import { bindingOf, variableOf } from '../../syntax/bindings.ts';
import { calleeName, callsOf } from '../../syntax/functions.ts';
import type { Node } from '../../syntax/nodes.ts';
import { enclosingStatement } from '../../syntax/nodes.ts';
import { originOf } from '../../flow/origin.ts';
import { nodesOf, textOf } from '../../syntax/source-file.ts';
import type { CodemodContext } from '../define-codemod.ts';

/** The last step of a rollout: what only old pages needed goes, and, where that is asked for, tokens in headers too. */
export function cleanUp(context: CodemodContext): void {
  const { file, changes, facts } = context;
  for (const name of nodesOf(file, 'Identifier')) {
    if (name.name !== 'exchangeToken' || name.parent.type !== 'CallExpression' || !name.parent.arguments.includes(name)) continue;
    changes.remove(enclosingStatement(name));
    dropImport(context, name);
  }
  if (facts.server.takesBearer) return;
  for (const call of callsOf(file)) {
    const [list] = call.arguments;
    if (calleeName(call) !== 'fromExtractors' || list?.type !== 'ArrayExpression') continue;
    const own = list.elements.filter((one) => one && textOf(file, one).includes('sessionToken'));
    const isOfHeaders = list.elements.every(
      (one) =>
        one &&
        (own.includes(one) ||
          (one.type === 'CallExpression' && /^passport-jwt#ExtractJwt\.from(?:AuthHeader|Header)/.test(originOf(file, one.callee) ?? ''))),
    );
    if (own[0] && isOfHeaders) changes.replace(call, textOf(file, own[0]));
  }
}

/** The import of a name of which nothing is left. */
function dropImport({ file, changes }: CodemodContext, name: Node): void {
  const variable = variableOf(file, name);
  const binding = variable && bindingOf(variable);
  if (binding?.kind === 'import') changes.remove(binding.node);
  const required = nodesOf(file, 'Property').find(
    (one) => one.parent.type === 'ObjectPattern' && one.value.type === 'Identifier' && one.value === variable?.identifiers[0],
  );
  if (required) changes.remove(required);
}
