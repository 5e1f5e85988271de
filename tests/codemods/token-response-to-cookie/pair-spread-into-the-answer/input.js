const jwt = require('jsonwebtoken');

const generateTokens = (user) => ({
  accessToken: jwt.sign({ sub: user.id }, process.env.JWT_SECRET),
  refreshToken: jwt.sign({ sub: user.id, type: 'refresh' }, process.env.JWT_SECRET),
});

exports.refresh = async (req, res) => {
  const tokens = generateTokens(req.user);
  res.send({ ...tokens });
};
