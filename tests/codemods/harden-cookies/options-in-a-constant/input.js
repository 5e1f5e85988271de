const options = { httpOnly: true };

export function signIn(req, res) {
  res.cookie('accessToken', req.session.token, options);
  res.sendStatus(204);
}
