const express = require('express');
const cookieParser = require('cookie-parser');
const { refuseCrossSite } = require('./csrf-check');

module.exports = function createApp(routes) {
  const app = express();
  app.set('trust proxy', 1);
  app.use(express.json()); // bodies
  app.use(cookieParser());
  app.use(refuseCrossSite);
  app.use('/api', routes);
  return app;
};
