import passport from 'passport';
import { ExtractJwt, Strategy, type StrategyOptions } from 'passport-jwt';
import { sessionToken } from './session-cookie';

const options: StrategyOptions = {
  jwtFromRequest: ExtractJwt.fromExtractors([ExtractJwt.fromAuthHeaderAsBearerToken(), (req) => sessionToken(req) ?? null]),
  secretOrKey: process.env.JWT_SECRET!,
};

passport.use(new Strategy(options, (payload, done) => done(null, payload)));
