const express = require('express');
const cors = require('cors');

const app = express();
app.use(cors());
require('./legacy-routes')(app);
app.use(express.json());
app.use('/api', require('./routes'));
