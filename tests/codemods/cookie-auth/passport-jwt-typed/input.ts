import passport from 'passport';
import { ExtractJwt, Strategy, type StrategyOptions } from 'passport-jwt';

const options: StrategyOptions = {
  jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
  secretOrKey: process.env.JWT_SECRET!,
};

passport.use(new Strategy(options, (payload, done) => done(null, payload)));
