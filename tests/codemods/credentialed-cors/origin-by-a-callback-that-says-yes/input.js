import cors from 'cors';

export const openCors = cors({
  origin: (origin, callback) => callback(null, true),
  credentials: true,
});
