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
  res.status(200).json({ ...answer, token, expires_at: expiresAt });
};
