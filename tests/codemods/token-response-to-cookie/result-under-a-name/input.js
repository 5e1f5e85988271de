const jwt = require('jsonwebtoken');

const signIn = async ({ email }) => {
  const user = await User.findOne({ email });
  return { name: user.name, token: jwt.sign({ sub: user.id }, process.env.JWT_SECRET) };
};

exports.login = async (req, res) => {
  const result = await signIn(req.body);
  res.status(200).json({ success: true, data: result });
};

exports.register = async (req, res) => {
  res.status(201).json({ success: true, data: await signIn(req.body) });
};

exports.enter = async (req, res) => {
  const user = await signIn(req.body);
  res.json({ user });
};

exports.profile = async (req, res) => {
  const profile = await User.findById(req.user.id);
  res.json({ success: true, data: profile });
};
