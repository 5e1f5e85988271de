const jwt = require('jsonwebtoken');

module.exports = (req, res) => {
  jwt.sign({ user: { id: 1 } }, process.env.JWT_SECRET, { expiresIn: '5 days' }, (err, token) => {
    if (err) throw err;
    res.json({ token });
  });
};
