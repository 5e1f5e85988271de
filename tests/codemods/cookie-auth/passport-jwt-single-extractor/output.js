const { Strategy: JwtStrategy, ExtractJwt } = require('passport-jwt');
const { sessionToken } = require('./session-cookie');

module.exports = (passport) => {
  passport.use(new JwtStrategy({
    jwtFromRequest: ExtractJwt.fromExtractors([ExtractJwt.fromAuthHeaderAsBearerToken(), sessionToken]),
    secretOrKey: process.env.JWT_SECRET,
  }, (payload, done) => done(null, payload)));
};
