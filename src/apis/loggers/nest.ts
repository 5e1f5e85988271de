import { packagedLogger } from './logger-api.ts';

/** Nest's Logger, its instances and its static methods: https://docs.nestjs.com/techniques/logger */
export const nestLogger = packagedLogger({
  id: '@nestjs/common',
  hint: /@nestjs\/common/,
  instances: /^@nestjs\/common#(?:Console)?Logger(?:<new>)?$/,
});
