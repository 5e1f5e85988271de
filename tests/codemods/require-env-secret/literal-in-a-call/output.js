const jwt = require('jsonwebtoken');
const { requireSecret } = require('./require-env');

exports.sign = (user) => jwt.sign({ id: user.id }, requireSecret('JWT_SECRET'), { expiresIn: '1h' });
