import { packagedLogger } from './logger-api.ts';

/** https://github.com/winstonjs/winston: loggers that are made, and the package as a logger itself. */
export const winston = packagedLogger({
  id: 'winston',
  hint: /winston/,
  instances: /^winston#(?:createLogger\(\)|loggers\.(?:get|add)\(\))?$/,
});
