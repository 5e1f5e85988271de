export function adminOnly(req, res, next) {
  const [, encoded] = (req.headers.authorization || '').split('Basic ');
  if (Buffer.from(encoded || '', 'base64').toString() !== process.env.ADMIN) return res.sendStatus(401);
  next();
}
