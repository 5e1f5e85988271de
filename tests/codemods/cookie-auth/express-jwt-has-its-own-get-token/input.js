const { expressjwt: jwt } = require('express-jwt');

const getTokenFromHeaders = (req) => {
  if (req.headers.authorization && req.headers.authorization.split(' ')[0] === 'Token') {
    return req.headers.authorization.split(' ')[1];
  }
  return null;
};

module.exports = jwt({ secret: process.env.JWT_SECRET, algorithms: ['HS256'], getToken: getTokenFromHeaders });
