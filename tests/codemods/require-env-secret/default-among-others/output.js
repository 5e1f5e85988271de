const { requireSecret } = require('./require-env');

const { PORT = '3000' } = process.env;
const JWT_SECRET = requireSecret('JWT_SECRET');

module.exports = { PORT, JWT_SECRET };
