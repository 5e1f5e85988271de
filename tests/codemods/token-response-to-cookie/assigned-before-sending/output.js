const { setSessionCookie } = require('./session-cookie');

const signUp = async (req, res, next) => {
  const newUser = await User.create(req.body.user);

  const expiresAt = setSessionCookie(res, await jwtSign(newUser));

  res.status(201).json({ user: newUser, expires_at: expiresAt });
};

module.exports = { signUp };
