if (!process.env.JWT_SECRET) throw new Error('JWT_SECRET is not set');

export const config = {
  port: Number(process.env.PORT ?? 4005),
  webUrl: process.env.WEB_URL ?? 'http://localhost:3005',
  tokenTtl: process.env.TOKEN_TTL ?? '15m',
};
