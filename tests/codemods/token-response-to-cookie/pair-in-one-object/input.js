const jwt = require('jsonwebtoken');

const generateTokens = (user) => ({
  access: { token: jwt.sign({ sub: user.id }, process.env.JWT_SECRET), expires: 900 },
  refresh: { token: jwt.sign({ sub: user.id, type: 'refresh' }, process.env.JWT_SECRET), expires: 86400 },
});

exports.login = async (req, res) => {
  const user = await User.findOne({ email: req.body.email });
  const tokens = generateTokens(user);
  res.send({ user, tokens });
};
