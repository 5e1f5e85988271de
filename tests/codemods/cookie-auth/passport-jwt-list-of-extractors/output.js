import passport from 'passport';
import { ExtractJwt, Strategy } from 'passport-jwt';
import { sessionToken } from './session-cookie.js';

passport.use(new Strategy({
  jwtFromRequest: ExtractJwt.fromExtractors([ExtractJwt.fromAuthHeaderAsBearerToken(), ExtractJwt.fromUrlQueryParameter('jwt'), sessionToken]),
  secretOrKey: process.env.JWT_SECRET,
}, (payload, done) => done(null, payload)));
