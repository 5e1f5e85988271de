const partners = ['https://a.example', 'https://b.example'];

module.exports = (req, res, next) => {
  const { origin } = req.headers;
  if (partners.includes(origin)) {
    // TODO(httponly): CORS chooses among several origins here: have refuseCrossSite let in the same ones, beside CLIENT_ORIGIN. See https://github.com/httponly/eslint-plugin-httponly/blob/main/docs/codemods/credentialed-cors.md
    res.setHeader('Access-Control-Allow-Origin', origin);
    res.setHeader('Access-Control-Allow-Credentials', 'true');
  }
  next();
};
