export function trace(req, res, next) {
  console.log(req.method, req.headers['user-agent'], req.headers.host, req.cookies.theme);
  if (process.env.NODE_ENV !== 'production') console.log(req.headers);
  next();
}
export const shown = (request) => ({ ...request.headers, authorization: '***', cookie: '***' });
export const sent = (headers, token) => ({ ...headers, authorization: `Bearer ${token}` });
export const options = { redact: ['req.headers.authorization', 'req.headers.cookie'], paths: ['a', 'b'] };
