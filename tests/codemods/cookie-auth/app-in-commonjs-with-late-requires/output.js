const express = require('express');
const cors = require('cors');
require('dotenv').config();
const cookieParser = require('cookie-parser');
const { refuseCrossSite } = require('./csrf-check');

const app = express();

app.use(cors());
app.use(express.json());
app.use(cookieParser());
app.use(refuseCrossSite);

const db = require('./models');
db.sync();

app.use('/api/auth', require('./routes/auth'));

const PORT = process.env.PORT || 8080;
app.listen(PORT);
