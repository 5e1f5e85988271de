const { expressjwt } = require('express-jwt');
const { requestToken } = require('./session-cookie');

module.exports = expressjwt({
  secret: process.env.JWT_SECRET,
  algorithms: ['HS256'],
  getToken: requestToken,
});
