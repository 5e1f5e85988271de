export function csrfToken(req, res) {
  res.json({ csrfToken: req.csrfToken() });
}
