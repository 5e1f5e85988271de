const jwt = require('jsonwebtoken');
const { setSessionCookie } = require('./session-cookie');

const signIn = async ({ email }) => {
  const user = await User.findOne({ email });
  return { name: user.name, token: jwt.sign({ sub: user.id }, process.env.JWT_SECRET) };
};

exports.login = async (req, res) => {
  const result = await signIn(req.body);
  const { token, ...answer } = result;
  const expiresAt = setSessionCookie(res, token);
  // TODO(httponly): this answers with the session inside an envelope, and pages look for `expires_at` at the top of the body. Answer it there as well, or call rememberSession() with the inner object where people sign in. See https://github.com/httponly/eslint-plugin-httponly/blob/main/docs/codemods/token-response-to-cookie.md
  res.status(200).json({ success: true, data: { ...answer, expires_at: expiresAt } });
};

exports.register = async (req, res) => {
  const { token, ...answer } = await signIn(req.body);
  const expiresAt = setSessionCookie(res, token);
  // TODO(httponly): this answers with the session inside an envelope, and pages look for `expires_at` at the top of the body. Answer it there as well, or call rememberSession() with the inner object where people sign in. See https://github.com/httponly/eslint-plugin-httponly/blob/main/docs/codemods/token-response-to-cookie.md
  res.status(201).json({ success: true, data: { ...answer, expires_at: expiresAt } });
};

exports.enter = async (req, res) => {
  const user = await signIn(req.body);
  const { token, ...answer } = user;
  const expiresAt = setSessionCookie(res, token);
  // TODO(httponly): this answers with the session inside an envelope, and pages look for `expires_at` at the top of the body. Answer it there as well, or call rememberSession() with the inner object where people sign in. See https://github.com/httponly/eslint-plugin-httponly/blob/main/docs/codemods/token-response-to-cookie.md
  res.json({ user: { ...answer, expires_at: expiresAt } });
};

exports.profile = async (req, res) => {
  const profile = await User.findById(req.user.id);
  res.json({ success: true, data: profile });
};
