app.post('/login', (req, res, next) => {
  guard.login(req.body)
    .then((jwt) => res.send({ jwt }))
    .catch(next);
});
