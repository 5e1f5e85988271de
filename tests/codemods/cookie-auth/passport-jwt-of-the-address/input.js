import { ExtractJwt, Strategy } from 'passport-jwt';

export const strategy = new Strategy(
  {
    jwtFromRequest: ExtractJwt.fromExtractors([ExtractJwt.fromAuthHeaderAsBearerToken(), ExtractJwt.fromUrlQueryParameter('token')]),
    secretOrKey: process.env.JWT_SECRET,
  },
  (claims, done) => done(null, claims),
);
