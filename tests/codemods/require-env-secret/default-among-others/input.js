const { PORT = '3000', JWT_SECRET = 'dev-secret' } = process.env;

module.exports = { PORT, JWT_SECRET };
