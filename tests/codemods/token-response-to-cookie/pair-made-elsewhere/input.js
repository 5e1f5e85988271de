const { tokenService } = require('./services');

exports.login = async (req, res) => {
  const user = await tokenService.check(req.body.email, req.body.password);
  const tokens = await tokenService.generateAuthTokens(user);
  res.send({ user, tokens });
};
