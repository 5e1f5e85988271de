export function signIn(req, res) {
  res.cookie('session', req.session.token, { httpOnly: true, secure: true, sameSite: 'strict' });
  res.sendStatus(204);
}
