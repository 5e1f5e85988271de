import { calleeName, callsOf } from '../../syntax/functions.ts';
import type { CallNode } from '../../syntax/nodes.ts';
import { bare, memberName } from '../../syntax/nodes.ts';
import { isNamedBy } from '../../flow/own-names.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import type { LoggerApi } from './logger-api.ts';
import { argumentsOf, LOG_METHODS } from './logger-api.ts';

/** What apps call the logger that they hand around: `logger`, `this.logger`, `req.log`, `authLogger`. */
const LOGGER_NAME = /^_?(?:log|logger|logging|\w+Logger|loggerService|logService)$/i;

/** Loggers that lie in another file, or come in as a parameter: known by name, and those of `settings.httponly.loggers`. */
export const namedLogger: LoggerApi = {
  id: 'named-logger',
  hint: /./,
  *calls(file) {
    for (const node of callsOf(file)) {
      if (isLogMethod(node) || isOwn(file, node)) yield { node, log: 'the log', logged: argumentsOf(node) };
    }
  },
};

function isLogMethod(call: CallNode): boolean {
  if (call.type !== 'CallExpression' || call.callee.type !== 'MemberExpression' || !LOG_METHODS.test(calleeName(call) ?? '')) return false;
  const object = bare(call.callee.object);
  const name = object.type === 'Identifier' ? object.name : object.type === 'MemberExpression' ? memberName(object) : undefined;
  return name !== undefined && LOGGER_NAME.test(name.replace(/^#/, ''));
}

/** A logger of the team's: the function itself, or a method of the object that is named. */
function isOwn(file: SourceFile, { callee }: CallNode): boolean {
  const { loggers } = file.settings;
  return isNamedBy(file, callee, loggers) || (callee.type === 'MemberExpression' && isNamedBy(file, callee.object, loggers));
}
