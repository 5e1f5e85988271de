const jwt = require('jsonwebtoken');
const { setRefreshCookie, setSessionCookie } = require('./session-cookie');

function issue(user) {
  return { accessToken: jwt.sign({ sub: user.id }, process.env.JWT_SECRET), refreshToken: jwt.sign({ sub: user.id, type: 'refresh' }, process.env.JWT_SECRET) };
}

exports.login = async (req, res) => {
  const user = await User.findOne({ email: req.body.email });
  const { accessToken, refreshToken, ...answer } = issue(user);
  setSessionCookie(res, accessToken);
  const expiresAt = setRefreshCookie(res, refreshToken);
  return res.json({ ...answer, expires_at: expiresAt });
};
