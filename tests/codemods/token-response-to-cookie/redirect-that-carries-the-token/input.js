const jwt = require('jsonwebtoken');

exports.callback = async (req, res) => {
  const accessToken = jwt.sign({ sub: req.user.id }, process.env.JWT_SECRET);
  res.redirect(`${process.env.WEB_URL}/welcome#access_token=${accessToken}`);
};
