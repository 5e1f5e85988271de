const jwt = require('jsonwebtoken');

exports.login = (req, res) => {
  if (check(req.body)) return res.json({ token: jwt.sign({ id: 1 }, process.env.JWT_SECRET) });
  res.sendStatus(401);
};
