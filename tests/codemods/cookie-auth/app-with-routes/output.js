const express = require('express');
const cors = require('cors');
const cookieParser = require('cookie-parser');
const { refuseCrossSite } = require('./csrf-check');

const app = express();
app.use(cors());
app.use(express.json());
app.use(cookieParser());
app.use(refuseCrossSite);

// api routes
app.use('/api/auth', require('./routes/auth'));

app.listen(5000);
