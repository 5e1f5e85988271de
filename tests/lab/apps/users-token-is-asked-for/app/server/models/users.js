const users = [{ id: '1', name: 'Ann', email: 'ann@example.com', password: 'pw' }];
module.exports = users;
