import { isRenewalPath, mayBeSignInPath } from '../credentials/session-words.ts';
import { splitWords } from '../credentials/words.ts';
import type { Place } from '../flow/resolve.ts';
import { resolveValue } from '../flow/resolve.ts';
import { staticText } from '../flow/static-text.ts';
import { argumentAt, calleeName } from '../syntax/functions.ts';
import { bindingOf, variableOf } from '../syntax/bindings.ts';
import type { Node } from '../syntax/nodes.ts';
import { bare, memberName, propertyName } from '../syntax/nodes.ts';
import { typeWhereRead } from '../syntax/binding-types.ts';
import type { Credential } from './credential.ts';
import { isCredential } from './credential.ts';
import { byName } from './evidence.ts';
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
  const next = (inner: Node | undefined): Credential | undefined =>
    inner && steps > 0 ? tokensKept({ file, node: inner }, steps - 1) : undefined;
  const found = (name: string, reason: string): Credential => ({ node, file, name, kind: 'access token', strength: 'name', reason });
  switch (node.type) {
    case 'ObjectExpression': {
      const names = node.properties.flatMap((one) => (one.type === 'Property' ? (propertyName(one) ?? []) : []));
      return names.includes('access') && names.includes('refresh') ? found('access', 'it holds `access` and `refresh`') : undefined;
    }
    case 'Identifier': {
      // const { data } = await api.post('/login', form)
      const variable = variableOf(file, node);
      const binding = variable && bindingOf(variable);
      return binding?.kind === 'value' && binding.path.length > 0 ? next(binding.init) : undefined;
    }
    case 'MemberExpression':
      return /^(?:data|body|result|payload|response|json|tokens)$/.test(memberName(node) ?? '') ? next(node.object) : undefined;
    case 'CallExpression': {
      const given = argumentAt(node, 0);
      const name = calleeName(node) ?? '';
      if (/^(?:stringify|parse|String|encrypt)$/.test(name)) return next(given);
      if (/^(?:json|then|catch|unwrap|finally)$/.test(name) && node.callee.type === 'MemberExpression') return next(node.callee.object);
      const path = given && /^\$?(?:post|put|request|fetch|axios|ajax|get)\w*$/i.test(name) ? staticText(file, given) : undefined;
      return path !== undefined && (mayBeSignInPath(path) || isRenewalPath(path)) ? found(path, `${path} answers with it`) : undefined;
    }
    default:
      return undefined;
  }
}
