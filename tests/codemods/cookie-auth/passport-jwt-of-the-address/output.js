import { ExtractJwt, Strategy } from 'passport-jwt';
import { sessionToken } from './session-cookie';

export const strategy = new Strategy(
  {
    jwtFromRequest: ExtractJwt.fromExtractors([ExtractJwt.fromAuthHeaderAsBearerToken(), ExtractJwt.fromUrlQueryParameter('token'), sessionToken]),
    secretOrKey: process.env.JWT_SECRET,
  },
  (claims, done) => done(null, claims),
);
