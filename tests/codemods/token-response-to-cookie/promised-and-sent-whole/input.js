import jwt from 'jsonwebtoken';

async function signIn(body) {
  const member = await find(body);
  return { member, token: jwt.sign({ sub: member.id }, process.env.JWT_SECRET) };
}

export const login = (req, res, next) =>
  signIn(req.body)
    .then((answer) => res.status(201).json(answer))
    .catch(next);

export const again = (req, res, next) => {
  signIn(req.body).then(answer => res.json(answer), next);
};
