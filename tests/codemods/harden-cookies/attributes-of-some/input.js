export function signIn(req, res) {
  res.cookie('token', req.session.token, { httpOnly: true, maxAge: 3600_000 });
  res.sendStatus(204);
}
