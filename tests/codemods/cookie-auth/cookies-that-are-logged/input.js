export function trace(req, res, next) {
  console.log('cookies', req.cookies);
  next();
}
export const dump = (request) => {
  console.log(request);
  console.log(request.rawHeaders.length, `${request.headers.cookie}`);
};
