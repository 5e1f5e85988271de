import { describe, expect, it } from 'vitest';
import { API, migrated } from '../support/migrated-app.ts';

const PAGES = {
  'web/package.json': JSON.stringify({ name: 'web', type: 'module', dependencies: { react: '19', vite: '7' } }),
  'web/src/login.js': `export async function login(email) {
  const response = await fetch('http://localhost:5000/api/auth/login', { method: 'POST', body: JSON.stringify({ email }) });
  localStorage.setItem('token', (await response.json()).token);
}
export const orders = () => fetch('http://localhost:5000/api/orders', { headers: { Authorization: 'Bearer ' + localStorage.getItem('token') } });
`,
};

const withRoutes = (lines: string): Readonly<Record<string, string>> => ({
  ...API,
  ...PAGES,
  'api/app.js': API['api/app.js']!.replace('app.listen', `${lines}\napp.listen`),
});

describe('a route that changes something on GET', () => {
  it.each([
    [
      'by a model',
      "app.get('/api/orders/:id/cancel', guard, async (req, res) => res.json(await Order.findByIdAndUpdate(req.params.id, {})));",
    ],
    [
      'by SQL',
      "app.get('/api/orders/:id/cancel', guard, (req, res) => db.run(`DELETE FROM orders WHERE id = ${req.params.id}`, () => res.end()));",
    ],
    ['for all methods', "app.all('/api/orders/:id/cancel', guard, async (req, res) => { await prisma.order.update({}); res.end(); });"],
    [
      'behind a guard of its router',
      "app.use('/api/orders', guard);\napp.get('/api/orders/:id/cancel', async (req, res) => { await order.save(); res.end(); });",
    ],
    [
      'in a function that it calls',
      "const cancel = async (id) => orders.deleteOne({ id });\napp.get('/api/orders/:id/cancel', guard, async (req, res) => res.json(await cancel(req.params.id)));",
    ],
    [
      'by a document in the place of another',
      "app.get('/api/orders/:id/cancel', guard, async (req, res) => { await orders.replace({ id: 1 }, order); res.end(); });",
    ],
  ])('is named: %s', async (_how, lines) => {
    const { code, out, written } = await migrated(withRoutes(lines));
    expect(out).toContain('/api/orders/:id/cancel changes something when it is only asked for');
    expect(code).toBe(1);
    // The app works with it.
    expect(written).toContain('api/app.js');
  });

  it.each([
    ['it only reads', "app.get('/api/orders/:id', guard, async (req, res) => res.json(await Order.findById(req.params.id)));"],
    ['it is for POST', "app.post('/api/orders', guard, async (req, res) => res.json(await Order.create(req.body)));"],
    [
      'no session opens it',
      "app.get('/verify/:code', async (req, res) => { await User.updateOne({ code: req.params.code }); res.end(); });",
    ],
    ['it forgets what the process keeps', "app.get('/api/orders/new', guard, (req, res) => { cache.delete('orders'); res.json([]); });"],
    [
      'it puts other text in the place of some',
      "const escaped = (text) => text.replace(/[.*]/g, '\\\\$&');\napp.get('/api/orders', guard, async (req, res) => res.json(await Order.find({ q: escaped(req.query.q).replace('-', '') })));",
    ],
    ['it makes an object', "app.get('/api/orders', guard, async (req, res) => res.json(Object.create({ all: await Order.find() })));"],
    [
      'it signs out',
      "app.get('/api/auth/logout', guard, async (req, res) => { await Session.deleteOne({ user: req.user.sub }); res.end(); });",
    ],
  ])('is none where %s', async (_why, lines) => {
    expect((await migrated(withRoutes(lines))).out).not.toContain('changes something when it is only asked for');
  });
});

it('a route is not opened by the guard of another one, nor by one that is registered below it', async () => {
  const lines = "app.use('/api', require('./feedback'));\napp.use('/api/shops', require('./shops'));";
  const { out } = await migrated({
    ...withRoutes(lines),
    'api/feedback.js': `const router = require('express').Router();
const guard = require('./guard');
router.get('/feedback/:id', guard, (req, res) => res.json([]));
module.exports = router;
`,
    'api/shops.js': `const router = require('express').Router();
const { shop } = require('./shop');
const guard = require('./guard');
router.get('/:slug', shop);
router.use(guard);
router.get('/:slug/orders', (req, res) => res.json([]));
module.exports = router;
`,
    'api/shop.js':
      "const shop = async (req, res) => {\n  await pool.query('UPDATE shops SET views = views + 1 WHERE slug = $1', [req.params.slug]);\n  res.end();\n};\nmodule.exports = { shop };\n",
  });
  expect(out).not.toContain('changes something when it is only asked for');
});

describe('a form that another site posts on purpose', () => {
  it.each([
    ['an identity provider', "app.post('/auth/saml/acs', (req, res) => res.redirect('/?ok=' + check(req.body.SAMLResponse)));"],
    [
      'Sign in with Apple',
      "app.post('/auth/apple/callback', async (req, res) => { const { id_token, code } = req.body; res.redirect(await apple(id_token, code)); });",
    ],
    [
      'a strategy of passport',
      "const passport = require('passport');\napp.post('/auth/saml', passport.authenticate('saml'), (req, res) => res.redirect('/'));",
    ],
  ])('is named: %s', async (_who, lines) => {
    const { code, out } = await migrated(withRoutes(lines));
    expect(out).toContain('another site posts a form to /auth/');
    expect(code).toBe(1);
  });

  it('is none where pages post it themselves', async () => {
    expect((await migrated(withRoutes("app.post('/api/notes', guard, (req, res) => res.json(add(req.body.text)));"))).out).not.toContain(
      'another site posts a form',
    );
  });
});
