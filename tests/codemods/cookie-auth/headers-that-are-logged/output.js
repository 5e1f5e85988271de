import winston from 'winston';

const logger = winston.createLogger();

export function trace(req, res, next) {
  console.log(req.method, { ...req.headers, cookie: undefined });
  logger.info({ path: req.path, headers: { ...req.headers, cookie: undefined } });
  const { headers } = req;
  console.debug('headers', JSON.stringify({ ...headers, cookie: undefined }), { headers: { ...headers, cookie: undefined } });
  next();
}
