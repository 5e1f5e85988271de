import passport from 'passport';
import { ExtractJwt, Strategy } from 'passport-jwt';

passport.use(new Strategy({
  jwtFromRequest: ExtractJwt.fromExtractors([ExtractJwt.fromAuthHeaderAsBearerToken(), ExtractJwt.fromUrlQueryParameter('jwt')]),
  secretOrKey: process.env.JWT_SECRET,
}, (payload, done) => done(null, payload)));
