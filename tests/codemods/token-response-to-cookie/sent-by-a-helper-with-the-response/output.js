const jwt = require('jsonwebtoken');
const { sendSuccess } = require('./answers');
const { setSessionCookie } = require('./session-cookie');

exports.login = async (req, res) => {
  const user = await find(req.body);
  const token = jwt.sign({ sub: user.id }, process.env.JWT_SECRET);
  const expiresAt = setSessionCookie(res, token);
  return sendSuccess(res, 201, 'Good to see you', { user, expires_at: expiresAt });
};
