const { Router } = require('express');
const jwt = require('jsonwebtoken');

const router = Router();
const users = [{ id: 1, email: 'ann@example.com', password: 'pw', name: 'Ann' }];

const generateToken = (id) => jwt.sign({ id }, process.env.JWT_SECRET, { expiresIn: '30d' });

const loginUser = async (req, res) => {
  const { email, password } = req.body;
  const user = users.find((one) => one.email === email);
  if (user && user.password === password) {
    res.json({ _id: user.id, name: user.name, email: user.email, token: generateToken(user.id) });
  } else {
    res.status(400);
    res.json({ message: 'Invalid credentials' });
  }
};

router.post('/login', loginUser);

module.exports = router;
