export function signIn(req, res) {
  res.cookie('refreshToken', req.session.refresh, { httpOnly: true, sameSite: 'none' });
  res.sendStatus(204);
}
