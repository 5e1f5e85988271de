import cors from 'cors';
import express from 'express';
import { clientOrigin } from './csrf-check';

export const app = express();

app.use(cors({ origin: process.env.ORIGIN || clientOrigin, credentials: true }));
app.use('/files', cors({ origin: process.env.NODE_ENV === 'production' ? process.env.ORIGIN : clientOrigin, credentials: true }));
