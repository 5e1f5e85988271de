import pino from 'pino';

export const logger = pino({ redact: ['req.headers.authorization', 'password', 'req.headers.cookie'] });
export const audit = pino({ redact: { paths: ['headers["authorization"]', 'headers["cookie"]'] } });

export function shown(request) {
  return { ...request.headers, authorization: '[hidden]', cookie: '[hidden]' };
}
export function copied(request) {
  const copy = structuredClone(request);
  delete copy.headers.authorization;
  delete copy.headers.cookie;
  return copy;
}
