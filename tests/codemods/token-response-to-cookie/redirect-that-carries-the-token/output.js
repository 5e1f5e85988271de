const jwt = require('jsonwebtoken');

exports.callback = async (req, res) => {
  const accessToken = jwt.sign({ sub: req.user.id }, process.env.JWT_SECRET);
  // TODO(httponly): this hands the token to the page in its address: call setSessionCookie(res, token) before it, redirect without the token, and have the page that it leads to call getSession(). See https://github.com/httponly/eslint-plugin-httponly/blob/main/docs/codemods/token-response-to-cookie.md
  res.redirect(`${process.env.WEB_URL}/welcome#access_token=${accessToken}`);
};
