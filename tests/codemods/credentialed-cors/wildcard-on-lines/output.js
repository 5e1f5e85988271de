import cors from 'cors';
import { clientOrigin } from './csrf-check';

app.use(
  cors({
    origin: clientOrigin,
    methods: ['GET', 'POST'],
    credentials: true,
  }),
);
