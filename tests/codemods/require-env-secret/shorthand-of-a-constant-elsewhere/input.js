const secret = 'shhhhh-its-a-secret';
const { expressjwt } = require('express-jwt');
const jwt = require('jsonwebtoken');

exports.sign = (user) => jwt.sign({ id: user.id }, secret);
exports.check = expressjwt({ secret, algorithms: ['HS256'] });
