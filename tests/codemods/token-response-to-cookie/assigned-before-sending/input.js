const signUp = async (req, res, next) => {
  const newUser = await User.create(req.body.user);

  newUser.dataValues.token = await jwtSign(newUser);

  res.status(201).json({ user: newUser });
};

module.exports = { signUp };
