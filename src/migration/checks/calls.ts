import { tellsOnly } from '../../codemods/token-flow/queued-requests.ts';
import { calleeName, callsOf } from '../../syntax/functions.ts';
import { functionsCalled } from '../../flow/back.ts';
import type { CallNode, Node } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { positionOf, textOf } from '../../syntax/source-file.ts';
import { requestsOf } from '../../app/requests.ts';
import type { Check, CheckFailure, PlannedProject, PlannedSource } from './check.ts';

/** No call that was always given something is given nothing. */
export const keepsArguments: Check = {
  kind: 'keeps arguments',
  stops: false,
  *run({ sources }) {
    for (const { before, after, name } of sources) {
      if (!before) continue;
      const least = leastArguments(before);
      for (const call of callsOf(after)) {
        const callee = textOf(after, call.callee);
        if (call.arguments.length > 0 || (least.get(callee) ?? 0) === 0 || takesNothing(after, call)) continue;
        const line = positionOf(after, call.range[0]).line;
        yield { kind: 'keeps arguments', file: name, line, text: `${callee}() is called without what it was given before` };
      }
    }
  },
};

/** Whether what is called has no parameter any more either, or does nothing with it. */
function takesNothing(file: SourceFile, call: CallNode): boolean {
  const called = functionsCalled(file, call);
  return (
    (called.length > 0 && called.every(({ node }) => node.params.length === 0)) || (call.type === 'CallExpression' && tellsOnly(file, call))
  );
}

function leastArguments(file: SourceFile): Map<string, number> {
  const least = new Map<string, number>();
  for (const call of callsOf(file)) {
    const callee = textOf(file, call.callee);
    least.set(callee, Math.min(least.get(callee) ?? Infinity, call.arguments.length));
  }
  return least;
}

/** No request goes: what a server does on it would not be done any more. Renewal is the session's module's from now on. */
export const keepsRequests: Check = {
  kind: 'keeps requests',
  stops: false,
  *run(result) {
    for (const source of result.sources) if (source.before) yield* lostRequests(source.before, source, result);
    const kept = new Set(result.planned.filter(({ after }) => after !== undefined).map((file) => file.path));
    for (const { file, name } of goneSources(result, kept))
      for (const { text, node } of requestTexts(file)) if (!isRenewal(text, result)) yield lost(file, name, node, text);
  },
};

function* lostRequests(before: SourceFile, { after, name }: PlannedSource, result: PlannedProject): Generator<CheckFailure> {
  const now = callsOf(after).map((call) => addressOf(after, call));
  const route = result.survey.facts.clientSession?.route;
  for (const { text, node } of requestTexts(before)) {
    const same = now.indexOf(text);
    // What went to the backend itself goes through a route of the app, on to the same path.
    const at = same >= 0 || route === undefined ? same : now.findIndex((one) => one.includes(route) && pathIn(one).endsWith(pathIn(text)));
    if (at >= 0) now.splice(at, 1);
    else if (!isRenewal(text, result)) yield lost(before, name, node, text);
  }
}

/** The path at the end of an address, as it is written: behind the host, behind what a constant or variable begins it with. */
function pathIn(address: string): string {
  return address
    .slice(0, -1)
    .replace(/^.(?:https?:\/\/[^/]*|\$\{[^}]*\})?/, '')
    .replace(/^[\w$.]+ *\+ *['"`]/, '');
}

/** The text of a call's first argument, by which a request is known before and after. */
function addressOf(file: SourceFile, call: CallNode): string {
  const [first] = call.arguments;
  return first ? textOf(file, first) : '';
}

/** Requests with an address that is written as a text, in whole or in part: others cannot be told apart. */
function requestTexts(file: SourceFile): { text: string; node: Node }[] {
  return requestsOf(file)
    .filter(({ node }) => node.type === 'CallExpression' && !/^(?:create|extend)$/.test(calleeName(node) ?? ''))
    .map(({ node }) => ({ text: addressOf(file, node), node }))
    .filter(({ text }) => /['"`]/.test(text) && text.length < 200 && !text.startsWith('{'));
}

function isRenewal(text: string, { survey }: PlannedProject): boolean {
  const end = survey.server?.renewal?.path.split('/').at(-1);
  return survey.facts.client.renews && end !== undefined && text.includes(end);
}

function lost(before: SourceFile, file: string, node: Node, text: string): CheckFailure {
  const line = positionOf(before, node.range[0]).line;
  return { kind: 'keeps requests', file, line, text: `the request to ${text} goes, and with it what the server does on it` };
}

function goneSources({ project, survey, planned }: PlannedProject, kept: ReadonlySet<string>): { file: SourceFile; name: string }[] {
  const gone = new Set(planned.map((file) => file.path).filter((file) => !kept.has(file)));
  return [...(survey.client?.files ?? []), ...(survey.server?.files ?? [])]
    .filter((file) => gone.has(file.path))
    .map((file) => ({ file, name: file.path.slice(project.root.length + 1) }));
}
