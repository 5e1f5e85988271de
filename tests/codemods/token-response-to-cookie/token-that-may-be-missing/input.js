const jwt = require('jsonwebtoken');

exports.login = (req, res) => {
  let token;
  if (req.user.isActive) {
    token = jwt.sign({ sub: req.user.id }, process.env.JWT_SECRET);
  }
  res.json({ user: req.user, token });
};

exports.session = (req, res) => res.json({ name: req.user?.name, accessToken: res.locals.accessToken });
