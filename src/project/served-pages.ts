import { existsSync } from 'node:fs';
import path from 'node:path';
import { originOf } from '../flow/origin.ts';
import { staticText, textParts } from '../flow/static-text.ts';
import { argumentAt, callsOf } from '../syntax/functions.ts';
import type { CallNode, Node } from '../syntax/nodes.ts';
import { bare } from '../syntax/nodes.ts';
import { manifestOf } from '../syntax/package-manifest.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { textOf } from '../syntax/source-file.ts';

/** Folders in which a bundler puts the pages that it builds. */
const BUILT = /^(?:dist|build)$/;

/** Folders that hold pages or anything else: only a server that answers with `index.html` itself says that it is pages. */
const PERHAPS = /^(?:out|public|www|client|frontend|web|static)$/;

/** Whether a server hands out the pages of a client: the folder that they are built into, at the root of its addresses. */
export function servesPages(files: readonly SourceFile[], client: SourceFile): boolean {
  const name = path.basename(manifestOf(client.path)?.directory ?? '');
  return files.some((file) => {
    const answersWithPages = /sendFile\(/.test(file.text) && /index\.html/.test(file.text);
    return callsOf(file).some((call) => {
      if (originOf(file, call.callee) !== 'express#static' || isBelow(file, call)) return false;
      const folders = foldersIn(file, argumentAt(call, 0));
      const isBuilt = folders.some((one) => BUILT.test(one)) && !folders.some((one) => /^(?:uploads?|docs|storybook)$/.test(one));
      return isBuilt || (answersWithPages && folders.some((one) => one === name || PERHAPS.test(one)));
    });
  });
}

/** `app.use('/uploads', express.static(…))`: what stands there is no page of its own. */
function isBelow(file: SourceFile, call: CallNode): boolean {
  const { parent } = call;
  const first = parent.type === 'CallExpression' && parent.callee !== call ? argumentAt(parent, 0) : undefined;
  if (!first || first === call) return false;
  const mounted = staticText(file, first);
  return mounted !== undefined && mounted !== '/' && mounted !== '*';
}

/** A folder that a server hands out as it is, and the path below which it does. */
export interface StaticFolder {
  /** Absolute. */
  readonly folder: string;
  readonly mount: string;
}

/** The folders that a server hands out as they are, as far as they are written and there. */
export function staticFoldersOf(files: readonly SourceFile[]): StaticFolder[] {
  return files.flatMap((file) =>
    callsOf(file).flatMap((call): StaticFolder[] => {
      const given = originOf(file, call.callee) === 'express#static' ? argumentAt(call, 0) : undefined;
      const folder = given && folderAt(file, given);
      const mount = mountOf(file, call);
      return folder === undefined || mount === undefined ? [] : [{ folder, mount }];
    }),
  );
}

/** The paths below which a server hands out files, whether the folders are there yet or not: `/uploads`. */
export function staticMountsOf(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) =>
    callsOf(file).flatMap((call) => (originOf(file, call.callee) === 'express#static' ? (mountOf(file, call) ?? []) : [])),
  );
}

/** Where the middleware that a call makes is put: `/uploads` of `app.use('/uploads', express.static('uploads'))`, nothing for the root. */
function mountOf(file: SourceFile, call: CallNode): string | undefined {
  const { parent } = call;
  const first = parent.type === 'CallExpression' && parent.callee !== call ? argumentAt(parent, 0) : undefined;
  const mount = first && first !== call ? staticText(file, first) : '/';
  return mount?.replace(/\/$/, '');
}

/** The folder that an expression names: `path.join(__dirname, '..', 'public')`, `'public'`. */
function folderAt(file: SourceFile, node: Node): string | undefined {
  const inner = bare(node);
  const nodes = inner.type === 'CallExpression' ? inner.arguments : [inner];
  const parts = nodes.flatMap((one) =>
    textParts(file, one).flatMap((part) => (typeof part === 'string' ? [part.replace(/^[/\\]/, '')] : [])),
  );
  const own = path.dirname(file.path);
  const base = manifestOf(file.path)?.directory ?? own;
  const bases = /__dirname|import\.meta/.test(textOf(file, node)) ? [own] : [base, own];
  return bases.map((one) => path.resolve(one, ...parts)).find((one) => parts.length > 0 && existsSync(one));
}

/** The names of the folders in a path, as far as they are written: of `path.join(__dirname, '../web/dist')` too. */
function foldersIn(file: SourceFile, node: Node | undefined): string[] {
  if (!node) return [];
  const inner = bare(node);
  const nodes = inner.type === 'CallExpression' ? inner.arguments : [inner];
  return nodes.flatMap((one) => textParts(file, one).flatMap((part) => (typeof part === 'string' ? part.split(/[/\\]/) : [])));
}
