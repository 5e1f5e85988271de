export function signIn(req, res) {
  res.cookie('refreshToken', req.session.refresh, { httpOnly: true, sameSite: 'none', secure: true });
  res.sendStatus(204);
}
