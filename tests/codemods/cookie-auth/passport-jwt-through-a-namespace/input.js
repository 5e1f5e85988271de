const passportJwt = require('passport-jwt');

const options = {
  jwtFromRequest: passportJwt.ExtractJwt.fromAuthHeaderAsBearerToken(),
  secretOrKey: process.env.JWT_SECRET,
};

module.exports = new passportJwt.Strategy(options, (payload, done) => done(null, payload));
