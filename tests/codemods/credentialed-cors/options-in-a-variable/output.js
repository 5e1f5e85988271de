const cors = require('cors');
const express = require('express');
const { clientOrigin } = require('./csrf-check');

const app = express();
const corsOptions = { origin: clientOrigin, methods: ['GET', 'POST'], credentials: true };
app.use(cors(corsOptions));
