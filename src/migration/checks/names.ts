import type { Scope } from '@typescript-eslint/scope-manager';
import { isMarkup } from '../../parsing/scripts.ts';
import { variableOf } from '../../syntax/bindings.ts';
import type { Node } from '../../syntax/nodes.ts';
import { templateNodes, undeclaredInTemplate } from '../../syntax/template-nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { positionOf } from '../../syntax/source-file.ts';
import { lineOf } from '../file-lines.ts';
import { missedNames } from './shared-names.ts';
import type { Check, CheckFailure, CheckKind, PlannedSource } from './check.ts';

type Variable = Scope['variables'][number];

/** Names that browsers, CommonJS and test runners define, beside those of Node. */
const GLOBALS: ReadonlySet<string> = new Set([
  ...Object.getOwnPropertyNames(globalThis),
  ...'window document location history navigator self localStorage sessionStorage alert confirm open crypto Storage StorageEvent'.split(
    ' ',
  ),
  ...'XMLHttpRequest CustomEvent FormData require module exports __dirname __filename arguments undefined'.split(' '),
  ...'describe it test expect before after beforeEach afterEach beforeAll afterAll jest vi cy'.split(' '),
]);

/** No name is used that was defined before, or is new, and is defined nowhere. */
export const namesWhatIsDefined: Check = {
  kind: 'names what is defined',
  stops: true,
  *run(result) {
    const { sources, survey, root } = result;
    const { sessionScript } = survey.facts.client;
    for (const { file, node, name, declaredBy } of missedNames(result))
      yield {
        kind: 'names what is defined',
        ...lineOf(root, file, node),
        text: `it uses ${name}, which ${declaredBy} would not declare any more`,
      };
    for (const source of sources) {
      const known = new Set(source.before ? undefinedIn(source.before).map(({ name }) => name) : []);
      for (const { name, node } of undefinedIn(source.after))
        if (!known.has(name) && !GLOBALS.has(name) && name !== sessionScript?.global)
          yield failure('names what is defined', source, node, `it uses ${name}, which is defined nowhere in it`);
      yield* missedByTemplate(source);
    }
  },
};

/** What a component's template uses and its script declared. */
function* missedByTemplate(source: PlannedSource): Generator<CheckFailure> {
  const { before, after } = source;
  const used = before ? templateNodes(before).flatMap((node) => variableOf(before, node)?.name ?? []) : [];
  for (const node of used.length > 0 ? undeclaredInTemplate(after) : []) {
    if (used.includes(node.name))
      yield failure('names what is defined', source, node, `its template uses ${node.name}, which is defined nowhere in it`);
  }
}

function undefinedIn(file: SourceFile): { name: string; node: Node }[] {
  return (file.scopes.globalScope?.through ?? [])
    .filter((reference) => reference.isValueReference)
    .map(({ identifier }) => ({ name: 'name' in identifier ? identifier.name : '', node: identifier }));
}

/** No name is declared twice where it may be declared once. */
export const declaresOnce: Check = {
  kind: 'declares once',
  stops: true,
  *run({ sources }) {
    for (const source of sources) {
      const known = new Set(source.before ? twiceIn(source.before).map(({ name }) => name) : []);
      for (const { name, defs } of twiceIn(source.after))
        if (!known.has(name)) yield failure('declares once', source, defs.at(-1)!.name, `it declares ${name} twice`);
    }
  },
};

function twiceIn(file: SourceFile): Variable[] {
  return file.scopes.scopes
    .flatMap((scope) => scope.variables)
    .filter(({ defs }) => {
      // A type may stand beside a value of its name.
      const values = defs.filter(({ type }) => (type as string) !== 'Type');
      return values.length > 1 && values.some((one) => isOnly(one));
    });
}

/** A declaration beside which no other of its name may stand: an import, a class, `let` and `const`. */
function isOnly({ type, parent }: Variable['defs'][number]): boolean {
  return (
    (type as string) === 'ImportBinding' ||
    ((type as string) === 'Variable' && parent?.type === 'VariableDeclaration' && parent.kind !== 'var')
  );
}

/** Nothing is declared and not used that was used before, or is new. */
export const usesWhatItDeclares: Check = {
  kind: 'uses what it declares',
  stops: false,
  *run({ sources }) {
    for (const source of sources) {
      // What a template uses is not seen here.
      if (isMarkup(source.path)) continue;
      const known = countOf(source.before ? unusedIn(source.before) : []);
      for (const variable of unusedIn(source.after)) {
        const before = known.get(variable.name) ?? 0;
        known.set(variable.name, before - 1);
        if (before <= 0)
          yield failure('uses what it declares', source, variable.defs[0]!.name, `${variable.name} is not used any more: take it out`);
      }
    }
  },
};

function countOf(variables: readonly Variable[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { name } of variables) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

function unusedIn(file: SourceFile): Variable[] {
  return file.scopes.scopes
    .filter(({ type }) => (type as string) !== 'global' || /\brequire\(|\bmodule\.exports\b|\bexports\./.test(file.text))
    .flatMap((scope) => scope.variables)
    .filter((variable) => variable.defs.length > 0 && !isUsed(variable) && !isTaken(variable));
}

/** Written is not used. */
function isUsed({ references }: Variable): boolean {
  return references.some((reference) => reference.isRead() || !reference.isWrite());
}

/** Names that are used, or stand there, without a word of it: JSX's, and those of every function. */
const USED_UNSEEN = new Set(['React', 'arguments', 'this']);

const JUDGED = new Set(['Variable', 'ImportBinding', 'Parameter', 'FunctionName', 'ClassName']);

/** What others use or what has to be there: exports, types, parameters before one that is used, `_`, what a rest leaves out. */
function isTaken(variable: Variable): boolean {
  const [definition] = variable.defs;
  const type = definition!.type as string;
  if (variable.name.startsWith('_') || USED_UNSEEN.has(variable.name) || !JUDGED.has(type)) return true;
  return isTakenAround(definition!.name, type) || (type === 'Parameter' && isBeforeUsed(variable));
}

/** Declarations whose names are for readers, or for the object that is made. */
const NAMES_ALONE: ReadonlySet<string> = new Set([
  'TSDeclareFunction',
  'TSParameterProperty',
  'TSEmptyBodyFunctionExpression',
  'TSModuleDeclaration',
  'TSFunctionType',
  'TSMethodSignature',
]);

/** Whether what is around a name, up to its block, has a use for it. */
function isTakenAround(name: Node, type: string): boolean {
  for (let at: Node | undefined = name.parent; at; at = at.parent) {
    if (at.type === 'ExportNamedDeclaration' || at.type === 'ExportDefaultDeclaration') return type !== 'Parameter';
    if (NAMES_ALONE.has(at.type)) return true;
    if (at.type === 'ObjectPattern' && at.properties.some((one) => one.type === 'RestElement')) return true;
    if (type === 'FunctionName' && at.type === 'FunctionExpression') return true;
    if (at.type === 'BlockStatement' || at.type === 'Program') return false;
  }
  return false;
}

function isBeforeUsed(variable: Variable): boolean {
  const parameters = variable.scope.variables.filter(({ defs }) => (defs[0]?.type as string | undefined) === 'Parameter');
  const later = parameters.slice(parameters.indexOf(variable) + 1);
  return later.some(isUsed);
}

function failure(kind: CheckKind, { name, after }: PlannedSource, node: Node, text: string): CheckFailure {
  return { kind, file: name, line: positionOf(after, node.range[0]).line, text };
}
