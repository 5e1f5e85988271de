const cors = require('cors');
const express = require('express');

const app = express();
const corsOptions = { origin: '*', methods: ['GET', 'POST'] };
app.use(cors(corsOptions));
