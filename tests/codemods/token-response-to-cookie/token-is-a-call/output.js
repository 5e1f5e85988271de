const { issueToken } = require('../services/tokens');
const { setSessionCookie } = require('./session-cookie');

exports.register = async (req, res) => {
  const user = await User.create(req.body);
  const expiresAt = setSessionCookie(res, issueToken(user._id));
  return res.status(201).json({
    id: user._id,
    name: user.name,
    expires_at: expiresAt,
  });
};
