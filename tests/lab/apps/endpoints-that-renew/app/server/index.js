const cookieParser = require('cookie-parser');
const cors = require('cors');
const express = require('express');
const auth = require('./auth');
const verifyJWT = require('./verify-jwt');

const app = express();
app.use(cors({ origin: 'http://localhost:5173', credentials: true }));
app.use(express.json());
app.use(cookieParser());
app.use('/auth', auth);
app.get('/notes', verifyJWT, (req, res) => res.json([{ id: 1, owner: req.user }]));
app.post('/notes', verifyJWT, (req, res) => res.status(201).json({ id: 2, text: req.body.text, owner: req.user }));

const PORT = process.env.PORT || 5000;
if (require.main === module) app.listen(PORT);
module.exports = app;
