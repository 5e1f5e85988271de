const options = { httpOnly: true, secure: process.env.NODE_ENV === 'production', sameSite: 'lax' };

export function signIn(req, res) {
  res.cookie('accessToken', req.session.token, options);
  res.sendStatus(204);
}
