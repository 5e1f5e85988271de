const { issueToken } = require('../services/tokens');

exports.register = async (req, res) => {
  const user = await User.create(req.body);
  return res.status(201).json({
    id: user._id,
    name: user.name,
    token: issueToken(user._id),
  });
};
