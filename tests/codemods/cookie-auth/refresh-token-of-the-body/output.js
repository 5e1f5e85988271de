const jwt = require('jsonwebtoken');
const { refreshTokenOf } = require('./session-cookie');

exports.refresh = (req, res) => {
  const refreshToken = req.body?.refreshToken ?? refreshTokenOf(req);
  if (!refreshToken) return res.sendStatus(401);
  const user = jwt.verify(refreshToken, process.env.REFRESH_SECRET);
  res.json({ id: user.id });
};
