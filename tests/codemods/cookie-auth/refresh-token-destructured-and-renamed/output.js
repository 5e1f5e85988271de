const { refreshTokenOf } = require('./session-cookie');

exports.refreshToken = async (req, res) => {
  const requestToken = req.body?.refreshToken ?? refreshTokenOf(req);
  if (requestToken == null) return res.status(403).json({ message: 'Refresh Token is required!' });
  res.json({ found: await RefreshToken.exists({ token: requestToken }) });
};
