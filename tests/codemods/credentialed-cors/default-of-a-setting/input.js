import cors from 'cors';
import express from 'express';

export const app = express();

app.use(cors({ origin: process.env.ORIGIN || '*', credentials: false }));
app.use('/files', cors({ origin: process.env.NODE_ENV === 'production' ? process.env.ORIGIN : true }));
