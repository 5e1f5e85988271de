const express = require('express');
const cookieParser = require('cookie-parser');
const cors = require('cors');
const auth = require('./auth');
const { protect: requireAuth } = require('./require-auth');

const app = express();
app.use(cors());
app.use(express.json());
app.use(cookieParser());
app.use('/api/auth', auth);
app.get('/api/orders', requireAuth, (req, res) => res.json([{ id: 1, owner: req.user.id }]));
app.post('/api/orders', requireAuth, (req, res) => res.status(201).json({ id: 2, owner: req.user.id }));

const PORT = process.env.PORT || 5000;
if (require.main === module) app.listen(PORT);
module.exports = app;
