const jwt = require('jsonwebtoken');

exports.refresh = (req, res) => {
  const { refreshToken } = req.body;
  if (!refreshToken) return res.sendStatus(401);
  const user = jwt.verify(refreshToken, process.env.REFRESH_SECRET);
  res.json({ id: user.id });
};
