const passportJwt = require('passport-jwt');
const { sessionToken } = require('./session-cookie');

const options = {
  jwtFromRequest: passportJwt.ExtractJwt.fromExtractors([passportJwt.ExtractJwt.fromAuthHeaderAsBearerToken(), sessionToken]),
  secretOrKey: process.env.JWT_SECRET,
};

module.exports = new passportJwt.Strategy(options, (payload, done) => done(null, payload));
