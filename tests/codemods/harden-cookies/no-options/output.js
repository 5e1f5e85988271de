exports.login = (req, res) => {
  res.cookie('token', issueToken(req.user), { httpOnly: true, secure: process.env.NODE_ENV === 'production', sameSite: 'lax' });
  res.sendStatus(204);
};
