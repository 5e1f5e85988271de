import express from 'express';
import methodOverride from 'method-override';
import { api } from './api.js';

const app = express();
app.use(express.urlencoded({ extended: false }));
app.use(methodOverride('_method'));
app.use('/api', api);
