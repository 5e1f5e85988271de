const express = require('express');
const cors = require('cors');

const app = express();
app.use(cors());
app.use(express.json());

// api routes
app.use('/api/auth', require('./routes/auth'));

app.listen(5000);
