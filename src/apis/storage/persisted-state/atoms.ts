import { argumentAt, callsOf } from '../../../syntax/functions.ts';
import type { CallNode, Node } from '../../../syntax/nodes.ts';
import { shapeOf } from '../../../flow/objects.ts';
import { originOf } from '../../../flow/origin.ts';
import type { SourceFile } from '../../../syntax/source-file.ts';
import { staticText } from '../../../flow/static-text.ts';
import type { PersistenceApi } from './persisted-state.ts';
import { mediumOf } from './persisted-state.ts';

/** jotai: https://jotai.org/docs/utilities/storage */
export const jotaiStorage: PersistenceApi = {
  id: 'jotai-storage',
  hint: /atomWithStorage/,
  *states(file) {
    for (const call of callsOf(file)) {
      if (!/^jotai\/(?:vanilla\/)?utils#atomWithStorage$/.test(originOf(file, call.callee) ?? '')) continue;
      const [key, value, storage] = [0, 1, 2].map((i) => argumentAt(call, i));
      const medium = mediumOf(file, storage);
      if (key && medium)
        yield {
          library: "jotai's atomWithStorage",
          node: call,
          medium,
          selection: only(call, keyText(file, key)),
          ...(value && { state: valueAs(file, call, keyText(file, key), value) }),
        };
    }
  },
};

/** recoil-persist: https://github.com/polemius/recoil-persist */
export const recoilPersist: PersistenceApi = {
  id: 'recoil-persist',
  hint: /persistAtom|recoil-persist/,
  *states(file) {
    for (const call of callsOf(file)) {
      if (originOf(file, call.callee) !== 'recoil#atom') continue;
      const given = argumentAt(call, 0);
      const options = given && shapeOf({ file, node: given });
      const effects = options?.entries.get('effects') ?? options?.entries.get('effects_UNSTABLE');
      const key = options?.entries.get('key');
      if (
        !key ||
        effects?.value.type !== 'ArrayExpression' ||
        !effects.value.elements.some((one) => one && isPersistence(effects.file, one))
      )
        continue;
      const text = keyText(key.file, key.value);
      const value = options?.entries.get('default');
      const medium = mediumOf(file, undefined);
      if (medium)
        yield {
          library: 'recoil-persist',
          node: call,
          medium,
          selection: only(call, text),
          ...(value && { state: valueAs(value.file, call, text, value.value) }),
        };
    }
  },
};

function only(call: CallNode, path: string): { kind: 'only'; parts: { path: string; node: Node }[] } {
  return { kind: 'only', parts: [{ path, node: call }] };
}

/** An atom is a state of one part. */
function valueAs(
  file: SourceFile,
  call: CallNode,
  name: string,
  value: Node,
): { open: boolean; parts: { name: string; file: SourceFile; node: Node; value: Node }[] } {
  return { open: false, parts: [{ name, file, node: call, value }] };
}

/** The key, or the name of the constant that it is. */
function keyText(file: SourceFile, key: Node): string {
  const text = staticText(file, key);
  if (text !== undefined) return text;
  return key.type === 'Identifier'
    ? key.name
    : key.type === 'MemberExpression' && key.property.type === 'Identifier'
      ? key.property.name
      : '';
}

function isPersistence(file: SourceFile, effect: Node): boolean {
  const origin = originOf(file, effect);
  return origin === 'recoil-persist#recoilPersist().persistAtom' || (origin === undefined ? false : /^[./@~].*#persistAtom$/.test(origin));
}
