exports.refreshToken = async (req, res) => {
  const { refreshToken: requestToken } = req.body;
  if (requestToken == null) return res.status(403).json({ message: 'Refresh Token is required!' });
  res.json({ found: await RefreshToken.exists({ token: requestToken }) });
};
