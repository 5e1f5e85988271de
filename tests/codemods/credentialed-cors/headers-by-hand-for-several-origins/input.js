const partners = ['https://a.example', 'https://b.example'];

module.exports = (req, res, next) => {
  const { origin } = req.headers;
  if (partners.includes(origin)) {
    res.setHeader('Access-Control-Allow-Origin', origin);
    res.setHeader('Access-Control-Allow-Credentials', 'true');
  }
  next();
};
