import express from 'express';
import cors from 'cors';
import { clientOrigin } from './csrf-check';

const app = express();
app.use(cors({ origin: clientOrigin, credentials: true }));
