import cors from 'cors';
import { clientOrigin } from './csrf-check';

export const openCors = cors({ origin: clientOrigin, credentials: true });
