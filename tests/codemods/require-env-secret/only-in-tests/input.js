import jwt from 'jsonwebtoken';

const isTest = process.env.NODE_ENV === 'test';

function jwtSecret() {
  if (process.env.JWT_SECRET) return process.env.JWT_SECRET;
  if (isTest) {
    return 'a-secret-for-tests';
  }
  throw new Error('JWT_SECRET is not set');
}

export const sign = (user) => jwt.sign({ sub: user.id }, jwtSecret());
export const cookieSecret = process.env.NODE_ENV !== 'test' ? process.env.COOKIE_SECRET : 'another-for-tests';
