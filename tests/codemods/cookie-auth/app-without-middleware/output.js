import express from 'express';
import { login } from './login.js';
import cookieParser from 'cookie-parser';
import { refuseCrossSite } from './csrf-check';
import { describeSession, endSession } from './session-cookie';

const app = express();
app.use(cookieParser());
app.use(refuseCrossSite);
app.post('/login', login);
app.get('/session', describeSession);
app.post('/logout', endSession);
app.listen(3000);
