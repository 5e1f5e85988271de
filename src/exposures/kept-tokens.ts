import { isRenewalPath, mayBeSignInPath } from '../credentials/session-words.ts';
import { splitWords } from '../credentials/words.ts';
import type { Place } from '../flow/resolve.ts';
import { resolveValue } from '../flow/resolve.ts';
import { staticText } from '../flow/static-text.ts';
import { argumentAt, calleeName } from '../syntax/functions.ts';
import { bindingOf, variableOf } from '../syntax/bindings.ts';
import type { ByType } from '../syntax/by-type.ts';
import { byType } from '../syntax/by-type.ts';
import type { Node, TSESTree } from '../syntax/nodes.ts';
import { bare, memberName, propertyName } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { typeWhereRead } from '../syntax/binding-types.ts';
import type { Credential } from './credential.ts';
import { isCredential } from './credential.ts';
import { byName } from './named-evidence.ts';
import { credentialInType } from './typed-credentials.ts';

/** Whether a key is for several tokens at once: `tokens`, `app.tokens`. Of what trade they are its reading says. */
export function isForTokens(text: string | undefined): boolean {
  return /^(?:token|jwt)s$/.test(splitWords(text ?? '').at(-1) ?? '');
}

/** `(session: Session) => …`: what a value has a place for by its declared type, as it is or as JSON. */
export function promisedByTypeOf({ file, node }: Place): Credential | undefined {
  const inner = bare(node);
  const given = inner.type === 'CallExpression' && calleeName(inner) === 'stringify' ? argumentAt(inner, 0) : inner;
  const type = given && typeWhereRead(file, given);
  const place = type && credentialInType(type.file, type);
  const named = place && byName(file, given, place.name);
  return isCredential(named) ? named : undefined;
}

/**
 * What is kept under such a key, where it is tokens of a session: `{ access, refresh }`, what the endpoint of a sign-in or a
 * renewal answers with, or a part of that.
 */
export function tokensKept(value: Place, steps = 8): Credential | undefined {
  const { file, node } = resolveValue({ file: value.file, node: bare(value.node) });
  const kept = keptIn(file, node);
  if (kept) return { node, file, name: kept.name, kind: 'access token', strength: 'name', reason: kept.reason };
  const next = byType(KEPT_OF, node, file);
  return next && steps > 0 ? tokensKept({ file, node: next }, steps - 1) : undefined;
}

/** Why an expression is such tokens by itself. */
function keptIn(file: SourceFile, node: Node): { readonly name: string; readonly reason: string } | undefined {
  if (node.type === 'ObjectExpression') {
    const names = node.properties.flatMap((one) => (one.type === 'Property' ? (propertyName(one) ?? []) : []));
    return names.includes('access') && names.includes('refresh')
      ? { name: 'access', reason: 'it holds `access` and `refresh`' }
      : undefined;
  }
  const path = node.type === 'CallExpression' ? requestedPath(file, node) : undefined;
  return path !== undefined && (mayBeSignInPath(path) || isRenewalPath(path))
    ? { name: path, reason: `${path} answers with it` }
    : undefined;
}

function requestedPath(file: SourceFile, call: TSESTree.CallExpression): string | undefined {
  const address = argumentAt(call, 0);
  return address && /^\$?(?:post|put|request|fetch|axios|ajax|get)\w*$/i.test(calleeName(call) ?? '')
    ? staticText(file, address)
    : undefined;
}

/** The expression of which another is a part, or another form. */
const KEPT_OF: ByType<Node | undefined, [SourceFile]> = {
  // const { data } = await api.post('/login', form)
  Identifier: (name, file) => {
    const variable = variableOf(file, name);
    const binding = variable && bindingOf(variable);
    return binding?.kind === 'value' && binding.path.length > 0 ? binding.init : undefined;
  },
  MemberExpression: (member) =>
    /^(?:data|body|result|payload|response|json|tokens)$/.test(memberName(member) ?? '') ? member.object : undefined,
  CallExpression: (call) => {
    const name = calleeName(call) ?? '';
    if (/^(?:stringify|parse|String|encrypt)$/.test(name)) return argumentAt(call, 0);
    return /^(?:json|then|catch|unwrap|finally)$/.test(name) && call.callee.type === 'MemberExpression' ? call.callee.object : undefined;
  },
};
