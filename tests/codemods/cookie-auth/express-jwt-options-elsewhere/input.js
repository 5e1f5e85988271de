import { expressjwt } from 'express-jwt';
import { options } from './options.js';

export const authenticate = expressjwt(options);
