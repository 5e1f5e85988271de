export async function logoutEverywhere(req, res) {
  if (!req.body.refresh_token) return res.sendStatus(400);
  await revoke(req.body.refresh_token);
  res.sendStatus(204);
}
