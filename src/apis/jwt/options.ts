import type { Place } from '../../flow/resolve.ts';
import { resolveValue } from '../../flow/resolve.ts';
import { returnsOf } from '../../syntax/functions.ts';
import type { Node } from '../../syntax/nodes.ts';
import { isFunction, isNothing } from '../../syntax/nodes.ts';
import { shapeOf } from '../../flow/objects.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { staticText } from '../../flow/static-text.ts';
import type { KeySetting, Lifetime, TokenAlgorithm } from './jwt-api.ts';

/** What an object says under a name: the value, `absent` where it certainly says nothing, `unknown` where it may. */
export function optionIn(options: Place | undefined, name: string): { readonly value: Place; readonly node: Node } | 'absent' | 'unknown' {
  if (!options) return 'absent';
  const shape = shapeOf(options);
  const entry = shape?.entries.get(name);
  if (entry) return { value: { file: entry.file, node: entry.value }, node: entry.node };
  return !shape || shape.open ? 'unknown' : 'absent';
}

/** The place under a name of an object, or undefined where it cannot be seen. */
export function placeIn(options: Place | undefined, name: string): Place | undefined {
  const option = optionIn(options, name);
  return typeof option === 'string' ? undefined : option.value;
}

/** A node of the file as a place. */
export function placeOf(file: SourceFile, node: Node | undefined): Place | undefined {
  return node && { file, node };
}

/**
 * The lifetime that `expiresIn` among the options says, or `exp` among the claims (RFC 7519, section 4.1.4: seconds since 1970).
 *
 * @param unit Seconds that one of a bare number is: 1 for jsonwebtoken, 0.001 for fast-jwt.
 */
export function lifetimeOf(options: Place | undefined, payload: Place | undefined, unit = 1): Lifetime {
  const span = optionIn(options, 'expiresIn');
  if (typeof span !== 'string') return { value: span.value, form: 'span', unit, said: span.node };
  const claim = payload ? optionIn(payload, 'exp') : 'absent';
  if (typeof claim !== 'string') return { value: claim.value, form: 'moment', unit: 1 };
  return span === 'absent' && claim === 'absent' ? 'none' : 'unknown';
}

/** The algorithm under a name of the options, or what the library takes where there certainly is none. */
export function algorithmOf(options: Place | undefined, fallback?: string, name = 'algorithm'): TokenAlgorithm {
  const option = optionIn(options, name);
  if (typeof option !== 'string') return { said: option.value };
  return option === 'absent' && fallback !== undefined ? { fallback } : {};
}

/** The keys among an object's options, one by one where they are lists or pairs of keys. */
export function* keysIn(options: Place | undefined, names: readonly string[], taker: string, fallbackNode: Node): Generator<KeySetting> {
  for (const name of names) {
    const option = optionIn(options, name);
    if (typeof option === 'string') continue;
    const { file, node } = resolveValue(option.value);
    const said = option.value.file === options?.file ? option.node : fallbackNode;
    if (node.type === 'ObjectExpression') yield* keysIn({ file, node }, ['private', 'key'], taker, fallbackNode);
    else if (node.type === 'ArrayExpression')
      for (const one of node.elements) {
        if (one && one.type !== 'SpreadElement') yield { node: said, secret: { file, node: one }, taker };
      }
    else if (isFunction(node)) for (const one of returnsOf(node)) yield { node: said, secret: { file, node: one }, taker };
    else yield { node: said, secret: option.value, taker };
  }
}

/** Whether an argument where a key belongs is certainly none: left out, `null`, `undefined`, an empty text. */
export function isNoKey(file: SourceFile, node: Node | undefined): boolean {
  if (!node) return true;
  const { file: home, node: value } = resolveValue({ file, node });
  return isNothing(value) || (value.type === 'TemplateLiteral' && staticText(home, value) === '');
}
