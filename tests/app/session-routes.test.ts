import { describe, expect, it } from 'vitest';
import { issuedIn, sessionsIn } from './server-app.ts';

const APP =
  "const express = require('express');\nconst jwt = require('jsonwebtoken');\nconst bcrypt = require('bcrypt');\nconst web = express();\n";
const SIGN = 'jwt.sign({ sub: user.id }, process.env.JWT_SECRET)';

describe('what is done to sessions at routes, by what handlers do', () => {
  it('finds the sign-in, the renewal and the end under paths that say nothing', () => {
    expect(
      sessionsIn({
        'index.js': `${APP}web.post('/a', async (req, res) => {
  const user = await find(req.body.name);
  if (!(await bcrypt.compare(req.body.password, user.hash))) return res.sendStatus(401);
  res.json({ token: ${SIGN} });
});
web.post('/b', async (req, res) => {
  const user = await join(req.body);
  res.json({ token: ${SIGN} });
});
web.post('/c', async (req, res) => {
  const user = await known(req.body.refreshToken);
  res.json({ token: ${SIGN} });
});
web.post('/d', (req, res) => { res.clearCookie('refreshToken'); res.sendStatus(204); });
web.get('/e', (req, res) => res.json({ user: req.user }));
web.get('/f', (req, res) => res.json(notes));
`,
      }),
    ).toEqual({ signIn: 'POST /a', renewal: 'POST /c', signOut: 'POST /d', who: 'GET /e' });
  });

  it('looks through wrappers, controllers, services and bound methods', () => {
    expect(
      issuedIn({
        'index.js': `${APP}const { wrap } = require('./wrap');\nconst { Doors } = require('./doors');\nconst doors = new Doors();\nweb.post('/one', wrap(doors.one));\nweb.post('/two', doors.two.bind(doors));\nweb.post('/three', [check, (req, res, next) => doors.three(req, res, next)]);\nweb.post('/four', wrap(doors.four));\n`,
        'wrap.js': 'exports.wrap = (fn) => (req, res, next) => Promise.resolve(fn(req, res, next)).catch(next);\n',
        'doors.js': `const { issue } = require('./issue');
class Doors {
  async one(req, res) { res.json({ token: issue(1) }); }
  two(req, res) { return res.send({ data: { token: issue(2) } }); }
  three(req, res) { send(res, issue(3)); }
  four(req, res) { res.json({ ok: true }); }
}
function send(res, token) { res.json({ token }); }
module.exports = { Doors };
`,
        'issue.js': "const jwt = require('jsonwebtoken');\nexports.issue = (id) => jwt.sign({ sub: id }, process.env.JWT_SECRET);\n",
      }),
    ).toEqual(['POST /four: no', 'POST /one: body', 'POST /three: body', 'POST /two: body']);
  });

  it('takes no route of developers or tests for the sign-in', () => {
    expect(
      sessionsIn({
        'index.js': `${APP}require('./routes')(web);\n`,
        'routes.js':
          "const test = require('./controllers/test');\nconst door = require('./controllers/door');\nmodule.exports = (app) => {\n  if (process.env.NODE_ENV === 'test') app.post('/test/create-member', test.createMember);\n  app.post('/door/guest', door.guest);\n};\n",
        'controllers/door.js': "const { issue } = require('../issue');\nexports.guest = (req, res) => res.json({ token: issue(2) });\n",
        'controllers/test.js':
          "const { issue } = require('../issue');\nexports.createMember = (req, res) => res.json({ token: issue(1) });\n",
        'issue.js': "const jwt = require('jsonwebtoken');\nexports.issue = (id) => jwt.sign({ sub: id }, process.env.JWT_SECRET);\n",
      }).signIn,
    ).toBe('POST /door/guest');
  });

  it('tells a sign-in from a change of the password that issues anew', () => {
    expect(
      sessionsIn({
        'index.js': `${APP}const guard = (req, res, next) => { req.user = jwt.verify(req.headers.authorization.split(' ')[1], process.env.JWT_SECRET); next(); };
web.put('/password', guard, async (req, res) => {
  const { user } = req;
  if (!(await bcrypt.compare(req.body.old, user.hash))) return res.sendStatus(401);
  res.json({ token: ${SIGN} });
});
web.post('/enter', async (req, res) => { const user = await known(req.body); res.json({ token: ${SIGN} }); });
`,
      }).signIn,
    ).toBe('POST /enter');
  });

  it('takes a library that tries passwords for a sign-in, and one that reads tokens for a guard', () => {
    const passport = "const passport = require('passport');\n";
    expect(
      sessionsIn({
        'index.js': `${APP}${passport}web.post('/turn', passport.authenticate('jwt'), (req, res) => { const { user } = req; res.json({ token: ${SIGN} }); });
web.post('/walk', passport.authenticate('local'), (req, res) => { const { user } = req; res.json({ token: ${SIGN} }); });
`,
      }).signIn,
    ).toBe('POST /walk');
  });

  it('says of what it cannot see that it is unknown, and lets the path tell', () => {
    const files = { 'index.js': `${APP}web.post('/login', require('./gone').login);\nweb.post('/notes', require('./gone').add);\n` };
    expect(issuedIn(files)).toEqual(['POST /login: unknown', 'POST /notes: unknown']);
    expect(sessionsIn(files).signIn).toBe('POST /login');
  });

  it('knows sessions that the server keeps', () => {
    expect(
      issuedIn({
        'index.js': `${APP}web.post('/in', (req, res) => { req.session.userId = find(req.body).id; res.json({ ok: true }); });\nweb.post('/out', (req, res) => req.session.destroy(() => res.json({})));\n`,
      }),
    ).toEqual(['POST /in: session', 'POST /out: no']);
  });
});
