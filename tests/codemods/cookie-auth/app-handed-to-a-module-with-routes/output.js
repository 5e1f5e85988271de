const express = require('express');
const cors = require('cors');
const cookieParser = require('cookie-parser');
const { refuseCrossSite } = require('./csrf-check');

const app = express();
app.use(cors());
app.use(cookieParser());
app.use(refuseCrossSite);
require('./legacy-routes')(app);
app.use(express.json());
app.use('/api', require('./routes'));
