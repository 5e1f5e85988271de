const { Router } = require('express');
const jwt = require('jsonwebtoken');

const router = Router();
const users = [{ id: 1, email: 'ann@example.com', password: 'pw' }];
const createToken = (id) => jwt.sign({ id }, process.env.JWT_SECRET, { expiresIn: '3d' });

router.post('/login', (req, res) => {
  const { email, password } = req.body;
  try {
    const user = users.find((one) => one.email === email && one.password === password);
    if (!user) throw Error('Incorrect email or password');
    const token = createToken(user.id);
    res.status(200).json({ email, token });
  } catch (error) {
    res.status(400).json({ error: error.message });
  }
});

module.exports = router;
