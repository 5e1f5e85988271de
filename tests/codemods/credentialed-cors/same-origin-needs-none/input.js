import cors from 'cors';

export const openCors = cors();
