export function signIn(req, res) {
  res.cookie('token', req.session.token, { httpOnly: true, maxAge: 3600_000, secure: process.env.NODE_ENV === 'production', sameSite: 'lax' });
  res.sendStatus(204);
}
