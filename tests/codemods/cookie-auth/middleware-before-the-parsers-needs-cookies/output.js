const express = require('express');
const { userExtractor } = require('./middleware');
const cookieParser = require('cookie-parser');
const { refuseCrossSite } = require('./csrf-check');
const app = express();

app.use(express.json());
app.use(cookieParser());
app.use(refuseCrossSite);
app.use(userExtractor);
app.use('/api', require('./routes'));

module.exports = app;
