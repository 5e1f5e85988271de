const jwt = require('jsonwebtoken');
const { setSessionCookie } = require('./session-cookie');

const signIn = async ({ email }) => {
  const user = await User.findOne({ email });
  return { name: user.name, token: 'Bearer ' + jwt.sign({ sub: user.id }, process.env.JWT_SECRET) };
};

exports.login = async (req, res) => {
  const result = await signIn(req.body);
  const { token, ...answer } = result;
  const expiresAt = setSessionCookie(res, token.replace('Bearer ', ''));
  res.status(200).json({ ...answer, expires_at: expiresAt });
};

exports.again = (req, res, next) => {
  signIn(req.body)
    .then(({ token, ...answer }) => res.json({ ...answer, expires_at: setSessionCookie(res, token.replace('Bearer ', '')) }))
    .catch(next);
};
