exports.refresh = async (req, res) => {
  const refreshToken = req.cookies.refreshToken || req.body.refreshToken;
  res.json(await renew(refreshToken));
};
