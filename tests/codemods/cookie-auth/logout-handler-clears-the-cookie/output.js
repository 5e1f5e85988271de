const { clearSessionCookie } = require('./session-cookie');

exports.logout = async (req, res) => {
  clearSessionCookie(res);
  await Session.destroy({ where: { user: req.user.id } });
  res.json({ message: 'Logged out' });
};
