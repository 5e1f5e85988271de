export function setTheme(req, res) {
  res.cookie('theme', req.body.theme);
  res.sendStatus(204);
}
