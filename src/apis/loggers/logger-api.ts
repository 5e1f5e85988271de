import { callsOf } from '../../syntax/functions.ts';
import type { CallNode, Node } from '../../syntax/nodes.ts';
import { originOf } from '../../flow/origin.ts';
import type { SourceFile } from '../../syntax/source-file.ts';

/** A call that writes to a log. */
export interface LogCall {
  readonly node: CallNode;
  /** The log as people call it: `console.log`, `the log`. */
  readonly log: string;
  /** What is written, in order. */
  readonly logged: readonly Node[];
}

/** Something that logs. */
export interface LoggerApi {
  readonly id: string;
  /** Text without which no file can use it. */
  readonly hint: RegExp;
  calls(file: SourceFile): Iterable<LogCall>;
}

/** The methods that loggers share. `child` binds what every later line carries. */
export const LOG_METHODS =
  /^(?:trace|debug|verbose|silly|http|log|info|notice|warn|warning|error|fatal|critical|emerg|alert|success|child)$/;

/** Makes a logger of a package of the origins of its instances: `pino#()`, `winston#createLogger()`. */
export function packagedLogger({
  id,
  hint,
  instances,
}: {
  readonly id: string;
  readonly hint: RegExp;
  readonly instances: RegExp;
}): LoggerApi {
  return {
    id,
    hint,
    *calls(file) {
      for (const node of callsOf(file)) {
        const origin = originOf(file, node.callee);
        const at = origin?.startsWith(id) ? Math.max(origin.lastIndexOf('.'), origin.lastIndexOf('#')) : -1;
        if (at < 0 || !LOG_METHODS.test(origin!.slice(at + 1))) continue;
        const instance = origin!.slice(0, at).replace(/(?:\.child\(\))+$/, '');
        if (instances.test(origin![at] === '#' ? `${instance}#` : instance)) yield { node, log: 'the log', logged: argumentsOf(node) };
      }
    },
  };
}

/** All arguments of a call, what is spread into it too. */
export function argumentsOf(call: CallNode, from = 0): Node[] {
  return call.arguments.slice(from).map((one) => (one.type === 'SpreadElement' ? one.argument : one));
}
