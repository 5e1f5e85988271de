const jwt = require("jsonwebtoken");
const config = require("./config");
const members = require("./members");

const DAY = 24 * 60 * 60 * 1000;

function setRefresh(res, member) {
  const refresh = jwt.sign({ sub: member.id }, config.REFRESH_SECRET, { expiresIn: "1d" });
  res.cookie("refresh_token", refresh, { httpOnly: true, path: "/api/auth", expires: new Date(Date.now() + DAY) });
}

exports.login = async (req, res) => {
  const member = await members.check(req.body.email, req.body.password);
  setRefresh(res, member);
  const accessToken = jwt.sign({ sub: member.id, name: member.name }, config.ACCESS_SECRET, { expiresIn: "2s" });
  res.json({ access_token: accessToken, token_type: "Bearer" });
};

exports.refresh = async (req, res) => {
  try {
    const { sub } = jwt.verify(req.cookies.refresh_token, config.REFRESH_SECRET);
    setRefresh(res, { id: sub });
    const accessToken = jwt.sign({ sub }, config.ACCESS_SECRET, { expiresIn: "2s" });
    res.json({ access_token: accessToken, token_type: "Bearer" });
  } catch {
    res.status(403).json({ error: "sign in again" });
  }
};

exports.logout = (req, res) => {
  res.clearCookie("refresh_token", { httpOnly: true, path: "/api/auth" }).json({ ok: true });
};
