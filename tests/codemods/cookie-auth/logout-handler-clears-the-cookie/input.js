exports.logout = async (req, res) => {
  await Session.destroy({ where: { user: req.user.id } });
  res.json({ message: 'Logged out' });
};
