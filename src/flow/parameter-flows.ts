import type { Binding } from '../syntax/bindings.ts';
import type { FunctionNode } from '../syntax/nodes.ts';
import { enclosingClass, propertyName } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import type { KnownPort } from './handed-over.ts';
import { asParts, portOfInstance, portsCalled, portsOfBinding } from './handed-over.ts';
import type { Location, Path } from './location.ts';
import { intoPort } from './ports.ts';
import type { Walker } from './walker.ts';

/** What a library hands into a part of a parameter of a function that it is given, or calls as a method of a class of its own. */
export function flowsIntoParameter(
  file: SourceFile,
  { fn, index }: Extract<Binding, { kind: 'parameter' }>,
  path: Path,
  walker: Walker,
): Location[] {
  const handed = portsOfBinding(file, { fn, index, path: [] }, asParts(path));
  return [...handed, ...handed.flatMap(ofCalled), ...ofMethod(file, fn, index, path)].flatMap(({ site, base, steps }) =>
    intoPort(site, base, steps, walker),
  );
}

/** `setToken((token) => …)`: what a function is given that is called by what a library's call gave. */
function ofCalled({ site, base, steps }: KnownPort): KnownPort[] {
  const { node } = site;
  if (base.kind !== 'argument' || (node.type !== 'CallExpression' && node.type !== 'NewExpression')) return [];
  return portsCalled(site.file, node).map((called) => ({
    ...called,
    steps: [...called.steps, { kind: 'given', index: base.index }, ...steps],
  }));
}

/** `componentDidUpdate(props, state)`: what a library calls a method with. */
function ofMethod(file: SourceFile, fn: FunctionNode, index: number, path: Path): KnownPort[] {
  const { parent } = fn;
  const host = enclosingClass(fn);
  if (!host || (parent.type !== 'MethodDefinition' && parent.type !== 'PropertyDefinition')) return [];
  return portOfInstance(file, host, [...asParts([propertyName(parent) ?? '']), { kind: 'parameter', index }, ...asParts(path)]);
}
