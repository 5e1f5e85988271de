const { tokenService } = require('./services');

exports.login = async (req, res) => {
  const user = await tokenService.check(req.body.email, req.body.password);
  const tokens = await tokenService.generateAuthTokens(user);
  // TODO(httponly): this answers with a token in a form that could not be rewritten. Set it with setSessionCookie(res, token) and leave it out of the body. See https://github.com/httponly/eslint-plugin-httponly/blob/main/docs/codemods/token-response-to-cookie.md
  res.send({ user, tokens });
};
