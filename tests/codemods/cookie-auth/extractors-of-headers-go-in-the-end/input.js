const { Strategy, ExtractJwt } = require('passport-jwt');
const { sessionToken } = require('./session-cookie');

module.exports = new Strategy({
  jwtFromRequest: ExtractJwt.fromExtractors([ExtractJwt.fromAuthHeaderAsBearerToken(), sessionToken]),
  secretOrKey: process.env.JWT_SECRET,
}, (payload, done) => done(null, payload));
