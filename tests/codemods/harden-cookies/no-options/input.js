exports.login = (req, res) => {
  res.cookie('token', issueToken(req.user));
  res.sendStatus(204);
};
