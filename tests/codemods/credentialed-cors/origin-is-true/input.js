import cors from 'cors';

export const openCors = cors({ origin: true, credentials: true });
