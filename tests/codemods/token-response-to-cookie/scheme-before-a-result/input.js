const jwt = require('jsonwebtoken');

const signIn = async ({ email }) => {
  const user = await User.findOne({ email });
  return { name: user.name, token: 'Bearer ' + jwt.sign({ sub: user.id }, process.env.JWT_SECRET) };
};

exports.login = async (req, res) => {
  const result = await signIn(req.body);
  res.status(200).json(result);
};

exports.again = (req, res, next) => {
  signIn(req.body)
    .then((answer) => res.json(answer))
    .catch(next);
};
