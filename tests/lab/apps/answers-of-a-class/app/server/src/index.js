require('./app').listen(4000);
