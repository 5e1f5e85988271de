const jwt = require('jsonwebtoken');

exports.login = (req, res) => {
  jwt.sign({ id: 1 }, process.env.JWT_SECRET, { expiresIn: '1d' }, (err, token) => {
    res.json({ success: true, token: 'Bearer ' + token });
  });
};

exports.register = (req, res) => {
  const user = users.add(req.body);
  res.status(201).json({ name: user.name, token: `Bearer ${jwt.sign({ id: user.id }, process.env.JWT_SECRET)}` });
};

exports.guest = (req, res) => {
  const token = `JWT ${jwt.sign({ id: 0 }, process.env.JWT_SECRET)}`;
  res.json({ token });
};
