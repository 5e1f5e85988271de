import { setSessionCookie } from './session-cookie';

app.post('/login', (req, res, next) => {
  guard.login(req.body)
    .then((jwt) => res.send({ expires_at: setSessionCookie(res, jwt) }))
    .catch(next);
});
