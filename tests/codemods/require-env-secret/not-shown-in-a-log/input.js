const jwt = require('jsonwebtoken');

const settings = { jwtSecret: process.env.JWT_SECRET };
exports.shown = { ...settings, jwtSecret: '[hidden]', sessionSecret: '••••••••' };
exports.sign = (user) => jwt.sign({ sub: user.id }, settings.jwtSecret);
