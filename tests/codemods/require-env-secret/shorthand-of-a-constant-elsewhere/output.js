const { requireSecret } = require('./require-env');

const secret = requireSecret('JWT_SECRET');
const { expressjwt } = require('express-jwt');
const jwt = require('jsonwebtoken');

exports.sign = (user) => jwt.sign({ id: user.id }, secret);
exports.check = expressjwt({ secret, algorithms: ['HS256'] });
