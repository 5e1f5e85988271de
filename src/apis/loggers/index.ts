import { consoleApi } from './console.ts';
import { debug } from './debug.ts';
import type { LoggerApi } from './logger-api.ts';
import { loglevel } from './loglevel.ts';
import { namedLogger } from './named-logger.ts';
import { nestLogger } from './nest.ts';
import { pino } from './pino.ts';
import { winston } from './winston.ts';

export type { LogCall, LoggerApi } from './logger-api.ts';

/** Everything that logs and that rules know. A new logger is a file beside these and a line here. */
export const loggers: readonly LoggerApi[] = [consoleApi, debug, loglevel, namedLogger, nestLogger, pino, winston];
