const jwt = require('jsonwebtoken');

console.log(jwt.sign({ sub: 'load-test' }, process.env.JWT_SECRET || 'load-test-secret'));
