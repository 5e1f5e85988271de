const express = require('express');
const cors = require('cors');
const Accounts = require('./accounts');
const Reply = require('./reply');
const guard = require('./guard');
const app = express();
app.use(cors({ origin: process.env.WEB_URL, credentials: true }));
app.use(express.json());
app.post('/api/auth/login', async (req, res, next) => {
  try {
    const result = await Accounts.login(req.body);
    res.status(200).json(Reply.good(result.message, { token: result.token, user: result.user }));
  } catch (error) {
    next(error);
  }
});
app.post('/api/berries', guard, (req, res) => res.status(201).json(Reply.good('made')));
app.get('/api/berries', guard, (req, res) => res.json(Reply.good('ok', [])));
module.exports = app;
