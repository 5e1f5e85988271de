const { refreshTokenOf } = require('./session-cookie');

exports.refresh = async (req, res) => {
  const { device } = req.body ?? {};
  const refreshToken = req.body?.refreshToken ?? refreshTokenOf(req);
  res.json(await renew(refreshToken, device));
};
