import express from 'express';
import methodOverride from 'method-override';
import { api } from './api.js';
import cookieParser from 'cookie-parser';
import { refuseCrossSite } from './csrf-check';

const app = express();
app.use(express.urlencoded({ extended: false }));
app.use(methodOverride('_method'));
app.use(cookieParser());
app.use(refuseCrossSite);
app.use('/api', api);
