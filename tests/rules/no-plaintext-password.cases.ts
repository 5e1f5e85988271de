import type { RuleCases } from '../support/rule-cases.ts';

export default {
  rule: 'no-plaintext-password',
  valid: [
    {
      name: 'a use case, which may hash',
      filename: 'server/users.ts',
      code: `import { Router } from 'express';
import { registerUser, createAccount } from './use-cases';
export const router = Router();
router.post('/', async (req, res) => {
  const { email, password } = req.body;
  await registerUser.execute({ email, password });
  await createAccount.run({ email, password, role: 'user' });
  await bus.execute(new RegisterUser({ email, password }));
  await this.users.query({ type: 'create', email, password });
  res.sendStatus(201);
});`,
    },
    {
      name: 'what the app signs in to elsewhere with, and has to read back',
      filename: 'server/mailboxes.js',
      code: `
import express from 'express';
export const save = async (req, res) => {
  const { host, username, password } = req.body;
  await prisma.emailQueue.create({ data: { hostname: host, username, password } });
  await prisma.email.update({ where: { id: 1 }, data: { user: username, pass: password } });
  await db('proxies').insert({ host, password });
  await db.insert(databaseConnections).values({ host, password });
  await db.update(mailAccounts).set({ password });
  await db.collection('cameras').insertOne({ host, password });
  await db.query('INSERT INTO smtp_settings (host, password) VALUES (?, ?)', [host, password]);
};
`,
    },
    {
      name: 'hashed',
      filename: 'server/register.js',
      code: `
import bcrypt from 'bcrypt';
export const register = async (req, res) => {
  const password = await bcrypt.hash(req.body.password, 12);
  await prisma.user.create({ data: { email: req.body.email, password } });
  await db('users').insert({ password: await bcrypt.hash(req.body.password, 12) });
};
`,
    },
    {
      name: 'hashed in place',
      filename: 'server/register.js',
      code: `
import bcrypt from 'bcrypt';
export const register = async (req, res) => {
  req.body.password = await bcrypt.hash(req.body.password, 12);
  await prisma.user.create({ data: { email: req.body.email, password: req.body.password } });
};
export const other = async (req, res) => {
  let { password } = req.body;
  password = await bcrypt.hash(password, 12);
  await prisma.user.create({ data: { password } });
};
`,
    },
    {
      name: 'compared by the library',
      filename: 'server/login.js',
      code: `
import bcrypt from 'bcrypt';
export const login = async (req, res) => {
  const user = await User.findOne({ email: req.body.email });
  if (!(await bcrypt.compare(req.body.password, user.password))) return res.sendStatus(401);
};
`,
    },
    {
      name: 'compared with a hash',
      filename: 'server/login.js',
      code: `
import express from 'express';
export const login = (user, password) => user.password === hash(password);
`,
    },
    {
      name: 'a model that hashes in a hook, which another file shows',
      filename: 'server/register.js',
      code: `
import express from 'express';
import { User } from './models/user.js';
export const register = async (req, res) => {
  const { email, password } = req.body;
  await User.create({ email, password });
  await new User({ email, password }).save();
};
`,
    },
    {
      name: 'a model that hashes in a hook, in the same file',
      filename: 'server/user.js',
      code: `
import bcrypt from 'bcrypt';
import mongoose from 'mongoose';
const schema = new mongoose.Schema({ password: String });
schema.pre('save', async function () { this.password = await bcrypt.hash(this.password, 12); });
const User = mongoose.model('User', schema);
export const register = (req, res) => User.create({ password: req.body.password });
`,
    },
    {
      name: 'both typed',
      filename: 'server/validate.js',
      code: `
import express from 'express';
export const validate = (req, res) => {
  const { password, confirmPassword } = req.body;
  if (password !== confirmPassword) return res.sendStatus(400);
  if (req.body.password !== req.body.passwordConfirm) return res.sendStatus(400);
  if (req.body.oldPassword === req.body.newPassword) return res.sendStatus(400);
};
`,
    },
    {
      name: 'a form in a browser',
      filename: 'client/Register.jsx',
      code: `
import { useState } from 'react';
export const Register = ({ user }) => {
  const [password, setPassword] = useState('');
  const same = user.password === password;
  return <input value={password} aria-invalid={!same} onChange={(e) => setPassword(e.target.value)} />;
};
`,
    },
    {
      name: 'labels for every language',
      filename: 'server/locales/en.ts',
      code: "export default { password: 'Password', user: { password: 'Your password' } };",
    },
    {
      name: 'configuration',
      filename: 'server/db.js',
      code: `
import express from 'express';
const client = new Client({ user: 'app', password: process.env.DB_PASSWORD });
if (password === process.env.ADMIN_PASSWORD) start();
const same = config.password === password;
`,
    },
    {
      name: 'sent to who hashes it',
      filename: 'server/auth.js',
      code: `
import express from 'express';
export const login = (req, res) => auth.signIn({ email: req.body.email, password: req.body.password });
export const register = (req, res) => usersService.create({ password: req.body.password });
`,
    },
    {
      name: 'logged without it',
      filename: 'server/auth.js',
      code: `
import express from 'express';
export const login = (req, res) => {
  console.log('password changed for', req.body.email);
  console.log(req.body.password.length);
};
`,
    },
    {
      name: 'a hash from a record',
      filename: 'server/copy.js',
      code: `
import express from 'express';
export const copy = async (user) => db('archive').insert({ password: user.password });
`,
    },
    {
      name: 'wallets',
      filename: 'server/wallet.js',
      code: `
import express from 'express';
export const add = (req, res) => db('wallets').insert({ address: req.body.address, token: req.body.token });
`,
    },
  ],
  invalid: [
    {
      name: 'kept for people of other names',
      filename: 'server/register.js',
      code: `
import express from 'express';
export const register = async (req, res) => {
  const { email, password } = req.body;
  await prisma.adminUser.create({ data: { email, password } });
  await db('app.customers').insert({ email, password });
  await db.update(userAccounts).set({ password });
  await pool.query(STATEMENT_OF_MEMBERS + ' SET password = $1', [password]);
  await pool.query('UPDATE "members" SET password = $1', [password]);
};
`,
      errors: [
        { messageId: 'stored', line: 5, column: 50, endLine: 5, endColumn: 58 },
        { messageId: 'stored', line: 6, column: 45, endLine: 6, endColumn: 53 },
        { messageId: 'stored', line: 7, column: 39, endLine: 7, endColumn: 47 },
        { messageId: 'stored', line: 9, column: 59, endLine: 9, endColumn: 67 },
      ],
    },
    {
      name: 'compared',
      filename: 'server/login.js',
      code: `
import express from 'express';
export const login = async (req, res) => {
  const user = await User.findOne({ email: req.body.email });
  if (user.password !== req.body.password) return res.sendStatus(401);
};
`,
      errors: [{ messageId: 'compared', line: 5, column: 7, endLine: 5, endColumn: 42 }],
    },
    {
      name: 'compared with a parameter, or what was taken out of the body',
      filename: 'server/login.js',
      code: `
import express from 'express';
export const authenticate = (user, password) => user.password === password;
export const login = async (req, res) => {
  const { email, password } = req.body;
  const found = await users.get(email);
  if (found?.password == password) res.sendStatus(204);
};
`,
      errors: [
        { messageId: 'compared', line: 3, column: 49, endLine: 3, endColumn: 75 },
        { messageId: 'compared', line: 7, column: 7, endLine: 7, endColumn: 34 },
      ],
    },
    {
      name: 'looked up',
      filename: 'server/login.js',
      code: `
import express from 'express';
export const login = async (req, res) => {
  const { email, password } = req.body;
  const user = await User.findOne({ email, password });
  const other = await prisma.user.findFirst({ where: { email, password: req.body.password } });
};
`,
      errors: [
        { messageId: 'compared', line: 5, column: 44, endLine: 5, endColumn: 52 },
        { messageId: 'compared', line: 6, column: 63, endLine: 6, endColumn: 90 },
      ],
    },
    {
      name: 'kept: Prisma, Knex, Drizzle, the driver',
      filename: 'server/register.js',
      code: `
import express from 'express';
export const register = async (req, res) => {
  const { email, password } = req.body;
  await prisma.user.create({ data: { email, password: req.body.password } });
  await knex('users').insert({ email, password });
  await db.insert(users).values({ email, password });
  await db.collection('users').insertOne({ email, password });
};
`,
      errors: [
        { messageId: 'stored', line: 5, column: 45, endLine: 5, endColumn: 72 },
        { messageId: 'stored', line: 6, column: 39, endLine: 6, endColumn: 47 },
        { messageId: 'stored', line: 7, column: 42, endLine: 7, endColumn: 50 },
        { messageId: 'stored', line: 8, column: 51, endLine: 8, endColumn: 59 },
      ],
    },
    {
      name: 'kept: a statement',
      filename: 'server/register.js',
      code: `
import express from 'express';
export const register = (req, res) => {
  const { email, password } = req.body;
  db.run('INSERT INTO users (email, password) VALUES (?, ?)', [email, password]);
  pool.query('SELECT id FROM users WHERE email = $1 AND password = $2', [email, password]);
};
`,
      errors: [
        { messageId: 'stored', line: 5, column: 71, endLine: 5, endColumn: 79 },
        { messageId: 'compared', line: 6, column: 81, endLine: 6, endColumn: 89 },
      ],
    },
    {
      name: 'kept: a model whose file hashes nothing',
      filename: 'server/user.js',
      code: `
import mongoose from 'mongoose';
const User = mongoose.model('User', new mongoose.Schema({ email: String, password: String }));
export const register = async (req, res) => {
  await User.create({ email: req.body.email, password: req.body.password });
  await new User({ email: req.body.email, password: req.body.password }).save();
};
`,
      errors: [
        { messageId: 'stored', line: 5, column: 46, endLine: 5, endColumn: 73 },
        { messageId: 'stored', line: 6, column: 43, endLine: 6, endColumn: 70 },
      ],
    },
    {
      name: 'logged',
      filename: 'server/login.js',
      code: `
import express from 'express';
export const login = (req, res) => {
  const { password } = req.body;
  console.log('signing in', password);
  logger.debug(req.body.password);
};
`,
      errors: [
        { messageId: 'logged', line: 5, column: 29, endLine: 5, endColumn: 37 },
        { messageId: 'logged', line: 6, column: 16, endLine: 6, endColumn: 33 },
      ],
    },
    {
      name: 'Nest',
      filename: 'server/users.controller.ts',
      code: `
import { Body, Controller, Post } from '@nestjs/common';
@Controller('users')
export class UsersController {
  @Post()
  create(@Body() dto: CreateUserDto) { return this.prisma.user.create({ data: { email: dto.email, password: dto.password } }); }
}
`,
      errors: [{ messageId: 'stored', line: 6, column: 99, endLine: 6, endColumn: 121 }],
    },
  ],
} satisfies RuleCases;
