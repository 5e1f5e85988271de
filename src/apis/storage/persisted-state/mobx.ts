import { decoratorsOf } from '../../../syntax/decorators.ts';
import { argumentAt, callsOf } from '../../../syntax/functions.ts';
import { thisHost } from '../../../flow/this-host.ts';
import type { ClassNode, Node } from '../../../syntax/nodes.ts';
import { enclosingClass, isClass, propertyName } from '../../../syntax/nodes.ts';
import { shapeOf } from '../../../flow/objects.ts';
import { originOf } from '../../../flow/origin.ts';
import type { SourceFile } from '../../../syntax/source-file.ts';
import { nodesOf } from '../../../syntax/source-file.ts';
import { staticText } from '../../../flow/static-text.ts';
import type { PersistedState, PersistenceApi, SelectedPart } from './persisted-state.ts';
import { mediumOf } from './persisted-state.ts';
import type { StateTree } from './state-tree.ts';
import { stateTreeOf } from './state-tree.ts';

/**
 * mobx-persist-store's `makePersistable(store, { properties, storage })`: https://github.com/quarrant/mobx-persist-store, and
 * mobx-persist's decorator `@persist`: https://github.com/pinqy520/mobx-persist
 */
export const mobxPersist: PersistenceApi = {
  id: 'mobx-persist',
  hint: /mobx-persist/,
  *states(file) {
    for (const call of callsOf(file)) {
      if (!/^mobx-persist-store#(?:makePersistable|PersistStore<new>)$/.test(originOf(file, call.callee) ?? '')) continue;
      const [store, given] = [argumentAt(call, 0), argumentAt(call, 1)];
      const options = given && shapeOf({ file, node: given });
      const properties = options?.entries.get('properties');
      const storage = options?.entries.get('storage');
      const medium = mediumOf(storage?.file ?? file, storage?.value);
      if (!store || !properties || !medium) continue;
      const state = stateOf(file, store);
      const parts = partsIn(properties.file, properties.value);
      yield { library: 'makePersistable', node: call, medium, selection: { kind: 'only', parts }, ...(state && { state }) };
    }
    yield* decorated(file);
  },
};

/** Fields with `@persist` or `@persist('object')`. */
function* decorated(file: SourceFile): Generator<PersistedState> {
  for (const field of nodesOf(file, 'PropertyDefinition')) {
    const name = propertyName(field);
    const isPersisted = decoratorsOf(field).some(({ expression }) =>
      /^mobx-persist#persist(?:\(\))?$/.test(originOf(file, expression) ?? ''),
    );
    const host = enclosingClass(field);
    if (!isPersisted || name === undefined || !host) continue;
    const medium = mediumOf(file, undefined);
    if (medium)
      yield {
        library: '@persist',
        node: field,
        medium,
        selection: { kind: 'only', parts: [{ path: name, node: field }] },
        state: fieldsOf(file, host),
      };
  }
}

function stateOf(file: SourceFile, store: Node): StateTree | undefined {
  const host = store.type === 'ThisExpression' ? thisHost(store) : undefined;
  return host && isClass(host) ? fieldsOf(file, host) : stateTreeOf({ file, node: store });
}

function fieldsOf(file: SourceFile, host: ClassNode): StateTree {
  const parts = host.body.body.flatMap((field) => {
    const name = field.type === 'PropertyDefinition' && field.value ? propertyName(field) : undefined;
    return field.type === 'PropertyDefinition' && field.value && name !== undefined
      ? [{ name, file, node: field, value: field.value }]
      : [];
  });
  return { parts, open: true };
}

/** `['token', { key: 'user', serialize, deserialize }]` */
function partsIn(file: SourceFile, list: Node): SelectedPart[] {
  if (list.type !== 'ArrayExpression') return [];
  return list.elements.flatMap((element) => {
    if (!element || element.type === 'SpreadElement') return [];
    const key = element.type === 'ObjectExpression' ? shapeOf({ file, node: element })?.entries.get('key') : undefined;
    const path = staticText(key?.file ?? file, key?.value ?? element);
    return path === undefined ? [] : [{ path, node: element }];
  });
}
