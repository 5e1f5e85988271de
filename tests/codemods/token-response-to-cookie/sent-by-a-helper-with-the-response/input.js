const jwt = require('jsonwebtoken');
const { sendSuccess } = require('./answers');

exports.login = async (req, res) => {
  const user = await find(req.body);
  const token = jwt.sign({ sub: user.id }, process.env.JWT_SECRET);
  return sendSuccess(res, 201, 'Good to see you', { user, token });
};
