const express = require('express');

module.exports = function createApp(routes) {
  const app = express();
  app.set('trust proxy', 1);
  app.use(express.json()); // bodies
  app.use('/api', routes);
  return app;
};
