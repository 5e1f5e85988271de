const jwt = require('jsonwebtoken');

exports.sign = (user) => jwt.sign({ id: user.id }, 'my-secret-key', { expiresIn: '1h' });
