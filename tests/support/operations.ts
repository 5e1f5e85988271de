import { Session } from 'node:inspector';

const session = new Session();
session.connect();
post('Profiler.enable');
// From the beginning: V8 gives counters only to functions that it compiles from now on.
post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });

/**
 * How many steps of this project's code a run takes: the times that each block of it is entered, as V8 counts them. Unlike
 * time it is the same on every machine, busy or not. What runs before this module is loaded is not counted.
 */
export function operations(run: () => void): number {
  // Counting begins anew with each answer.
  post('Profiler.takePreciseCoverage');
  run();
  const { result } = post('Profiler.takePreciseCoverage') as { result: ScriptCoverage[] };
  const own = result.filter(({ url }) => /\/src\/(?!.*node_modules)/.test(url));
  return own.flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges)).reduce((sum, { count }) => sum + count, 0);
}

interface ScriptCoverage {
  readonly url: string;
  readonly functions: readonly { readonly ranges: readonly { readonly count: number }[] }[];
}

/** A question to V8, which answers at once. */
function post(method: string, parameters: object = {}): unknown {
  let answer: unknown;
  session.post(method, parameters, (error, result) => {
    if (error) throw new Error(`${method}: ${error.message}`);
    answer = result;
  });
  return answer;
}
