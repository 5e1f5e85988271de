import cors from 'cors';

const allowed = ['https://app.example.com', 'http://localhost:5173'];

export const ownCors = cors({
  origin(origin, callback) {
    callback(null, allowed.includes(origin));
  },
});
