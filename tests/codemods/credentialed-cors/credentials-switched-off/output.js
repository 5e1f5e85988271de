import cors from 'cors';

export const ownCors = cors({ origin: 'https://app.example.com', credentials: true });
