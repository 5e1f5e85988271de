const { expressjwt: jwt } = require('express-jwt');
const { authorizationOf } = require('./session-cookie');

const getTokenFromHeaders = (req) => {
  const authorization = authorizationOf(req);
  if (authorization && authorization.split(' ')[0] === 'Token') {
    return authorization.split(' ')[1];
  }
  return null;
};

module.exports = jwt({ secret: process.env.JWT_SECRET, algorithms: ['HS256'], getToken: getTokenFromHeaders });
