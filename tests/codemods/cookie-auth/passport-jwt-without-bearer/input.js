const { Strategy, ExtractJwt } = require('passport-jwt');

module.exports = new Strategy({ jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(), secretOrKey: process.env.JWT_SECRET }, (payload, done) => done(null, payload));
