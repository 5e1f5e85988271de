import path from 'node:path';
import type { Place } from '../../flow/resolve.ts';
import { MAX_STEPS, memberOf, resolveValue } from '../../flow/resolve.ts';
import { staticText } from '../../flow/static-text.ts';
import { argumentAt, calleeName, returnsOf } from '../../syntax/functions.ts';
import type { CallNode, Node } from '../../syntax/nodes.ts';
import { isFunction, propertyName } from '../../syntax/nodes.ts';
import { manifestOf } from '../../syntax/package-manifest.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf } from '../../syntax/source-file.ts';

/** The files in which node-config finds its settings: https://github.com/node-config/node-config/wiki/Configuration-Files */
const FILES = ['config/default', 'config/production'];

/** What says where settings of Nest come from: https://docs.nestjs.com/techniques/configuration */
const NEST = /registerAs|ConfigModule/;

/**
 * Where the package writes what a setting is, by the key that a getter is asked for: `config.get('jwt.ttl')`. In the files
 * of node-config, in what Nest registers under a name or loads.
 */
export function settingPlaces(file: SourceFile, call: CallNode): Place[] {
  const asked = argumentAt(call, 0);
  if (!/^get(?:OrThrow)?$/.test(calleeName(call) ?? '') || !asked || !file.links) return [];
  const key = staticText(file, asked)?.split('.') ?? [];
  if (key.length === 0) return [];
  return [...rootsInFiles(file).map((root) => ({ root, key })), ...registered(file, key)].flatMap(({ root, key: way }) => at(root, way));
}

function at(root: Place, key: readonly string[]): Place[] {
  let place: Place | undefined = root;
  for (const step of key) place = place && memberOf(place, step, MAX_STEPS);
  return place ? [place] : [];
}

function rootsInFiles(file: SourceFile): Place[] {
  const folder = manifestOf(file.path)?.directory;
  if (folder === undefined) return [];
  return FILES.flatMap((name) => {
    const source = path.relative(path.dirname(file.path), path.join(folder, name)).split(path.sep).join('/');
    return file.links?.exported(file, source.startsWith('.') ? source : `./${source}`, 'default') ?? [];
  });
}

interface Root {
  readonly root: Place;
  readonly key: readonly string[];
}

/** `registerAs('jwt', () => ({ ttl }))`, and `load: [configuration]` of Nest's module. */
function registered(file: SourceFile, key: readonly string[]): Root[] {
  return (file.facts?.filesAbout(file, NEST) ?? [file]).flatMap((other) => [
    ...nodesOf(other, 'CallExpression').flatMap((call) => {
      const [name, factory] = [argumentAt(call, 0), argumentAt(call, 1)];
      const isAsked =
        calleeName(call) === 'registerAs' && name !== undefined && factory !== undefined && staticText(other, name) === key[0];
      return isAsked ? returned(other, factory).map((root) => ({ root, key: key.slice(1) })) : [];
    }),
    ...nodesOf(other, 'Property').flatMap((property) =>
      propertyName(property) === 'load' && property.value.type === 'ArrayExpression'
        ? property.value.elements.flatMap((one) => (one ? returned(other, one).map((root) => ({ root, key })) : []))
        : [],
    ),
  ]);
}

function returned(file: SourceFile, factory: Node): Place[] {
  const { file: home, node } = resolveValue({ file, node: factory });
  return isFunction(node) ? returnsOf(node).map((one) => ({ file: home, node: one })) : [];
}
