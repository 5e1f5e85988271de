import { refreshTokenOf } from './session-cookie';

export async function logoutEverywhere(req, res) {
  if (!(req.body?.refresh_token ?? refreshTokenOf(req))) return res.sendStatus(400);
  await revoke(req.body?.refresh_token ?? refreshTokenOf(req));
  res.sendStatus(204);
}
