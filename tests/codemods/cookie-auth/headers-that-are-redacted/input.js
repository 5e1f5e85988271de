import pino from 'pino';

export const logger = pino({ redact: ['req.headers.authorization', 'password'] });
export const audit = pino({ redact: { paths: ['headers["authorization"]'] } });

export function shown(request) {
  return { ...request.headers, authorization: '[hidden]' };
}
export function copied(request) {
  const copy = structuredClone(request);
  delete copy.headers.authorization;
  return copy;
}
