exports.refresh = async (req, res) => {
  const { refreshToken, device } = req.body;
  res.json(await renew(refreshToken, device));
};
