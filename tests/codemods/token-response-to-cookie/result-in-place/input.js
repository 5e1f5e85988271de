const jwt = require('jsonwebtoken');

function issue(user) {
  return { accessToken: jwt.sign({ sub: user.id }, process.env.JWT_SECRET), refreshToken: jwt.sign({ sub: user.id, type: 'refresh' }, process.env.JWT_SECRET) };
}

exports.login = async (req, res) => {
  const user = await User.findOne({ email: req.body.email });
  return res.json(issue(user));
};
