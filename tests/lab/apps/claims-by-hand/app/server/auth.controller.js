const jwt = require("jsonwebtoken");
const members = require("./members");

exports.login = async (req, res) => {
  const member = await members.check(req.body.email, req.body.password);
  if (!member) return res.status(401).json({ error: "wrong" });
  const token = jwt.sign({ id: member.id, name: member.name, roles: ["reader"] }, process.env.JWT_SECRET, { expiresIn: "2h" });
  res.json({ token, name: member.name });
};
