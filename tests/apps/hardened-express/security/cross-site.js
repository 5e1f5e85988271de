import { clientOrigin } from './environment.js';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Answers 403 to a request that changes something and comes from another site. */
export function refuseCrossSite(req, res, next) {
  if (SAFE_METHODS.has(req.method) || isOwn(req)) next();
  else res.status(403).json({ error: 'This request comes from another site.' });
}

function isOwn(req) {
  const site = req.get('Sec-Fetch-Site');
  if (site === 'same-origin' || site === 'none') return true;
  return req.get('Origin') === clientOrigin;
}
