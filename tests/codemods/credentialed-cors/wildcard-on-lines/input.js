import cors from 'cors';

app.use(
  cors({
    origin: '*',
    methods: ['GET', 'POST'],
  }),
);
