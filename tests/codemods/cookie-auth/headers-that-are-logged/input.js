import winston from 'winston';

const logger = winston.createLogger();

export function trace(req, res, next) {
  console.log(req.method, req.headers);
  logger.info({ path: req.path, headers: req.headers });
  const { headers } = req;
  console.debug('headers', JSON.stringify(headers), { headers });
  next();
}
