const express = require('express');
const { userExtractor } = require('./middleware');
const app = express();

app.use(express.json());
app.use(userExtractor);
app.use('/api', require('./routes'));

module.exports = app;
