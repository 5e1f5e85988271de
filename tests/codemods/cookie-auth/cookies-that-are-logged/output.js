export function trace(req, res, next) {
  // TODO(httponly): this logs the cookies of a request, and with them the session: leave them out. See https://github.com/httponly/eslint-plugin-httponly/blob/main/docs/codemods/cookie-auth.md
  console.log('cookies', req.cookies);
  next();
}
export const dump = (request) => {
  // TODO(httponly): this logs the cookies of a request, and with them the session: leave them out. See https://github.com/httponly/eslint-plugin-httponly/blob/main/docs/codemods/cookie-auth.md
  console.log(request);
  // TODO(httponly): this logs the cookies of a request, and with them the session: leave them out. See https://github.com/httponly/eslint-plugin-httponly/blob/main/docs/codemods/cookie-auth.md
  console.log(request.rawHeaders.length, `${request.headers.cookie}`);
};
