import type { RuleCases } from '../support/rule-cases.ts';

export default {
  rule: 'no-token-in-log',
  valid: [
    {
      name: 'an answer in which the token is missing',
      code: "export const enter = (form) => login(form).then((answer) => {\n  const key = answer.data?.accessToken;\n  if (!key) {\n    console.error('no key', answer);\n    return;\n  }\n  localStorage.setItem('jwt', key);\n});",
    },
    {
      name: 'a user who has none',
      code: "export async function enter(form) {\n  const user = await login(form);\n  if (!user.accessToken) console.warn(user);\n  else localStorage.setItem('jwt', user.accessToken);\n}",
    },
    {
      name: 'an answer behind else',
      code: "export async function enter(form) {\n  const result = await login(form);\n  if (result.refreshToken) {\n    localStorage.setItem('refreshToken', result.refreshToken);\n  } else console.error('no token in', result);\n}",
    },
    {
      name: "an interceptor's configuration before it gets the header",
      code: "api.interceptors.request.use((config) => {\n  console.log('request', config.url, config);\n  config.headers.Authorization = `Bearer ${sessionStorage.getItem('jwt')}`;\n  return config;\n});",
    },
    {
      name: 'headers before they get the token',
      code: "export function send({ headers, url }, accessToken) {\n  console.debug(url, headers);\n  headers.Authorization = 'Bearer ' + accessToken;\n  return fetch(url, { headers });\n}",
    },
    {
      name: 'what signs in before it has the token',
      code: 'export async function enter(user) {\n  console.info(user);\n  user.accessToken = await login(user);\n  return user;\n}',
    },
    {
      name: 'whether there is one',
      code: "const token = localStorage.getItem('token');\nconsole.log('token?', Boolean(token), !!token, token ? 'yes' : 'no', token !== null);",
    },
    {
      name: 'its type and length',
      code: "const accessToken = localStorage.getItem('token');\nconsole.log(typeof accessToken, accessToken.length, accessToken?.length);",
    },
    {
      name: 'a redactor',
      code: "const token = localStorage.getItem('token');\nconsole.log(mask(token), redactToken(token), hashToken(token), `token ${obfuscate(token)}`);",
    },
    {
      name: 'a redactor of the file',
      code: "const mask = (text) => `${text.slice(0, 4)}…`;\nexport const show = (accessToken) => console.log('token', mask(accessToken));\nconst partial = (text) => text.slice(0, 4);\nconsole.log(preview(session.accessToken));",
    },
    {
      name: 'an excerpt',
      code: "export const show = (accessToken) => console.log(accessToken.slice(0, 8) + '…', accessToken.slice(-4), `${accessToken.substring(0, 6)}...`);",
    },
    {
      name: 'an excerpt, kept before',
      code: 'export function show(accessToken) {\n  const start = accessToken.slice(0, 8);\n  console.log(start);\n}',
    },
    { name: 'what production never writes', code: "if (process.env.NODE_ENV === 'development') console.log(accessToken);" },
    {
      name: "a link that is mailed, in the mail's file",
      filename: 'server/emails/SigninEmail.tsx',
      code: 'export const show = (token, session) => logger.info(`Sign-in link: ${linkFor(token)}`, token);',
    },
    {
      name: 'stars for letters',
      code: "export const show = (accessToken) => console.log(accessToken.replace(/./g, '*'), accessToken.replace(/.(?=.{4})/g, '•'));",
    },
    {
      name: 'a property that is redacted',
      code: "export const show = (accessToken) => console.log({ accessToken: '[redacted]', token: accessToken ? 'set' : 'unset' });",
    },
    { name: 'only the word', code: "console.log('token', 'access_token missing', `no token for ${user.id}`);" },
    {
      name: 'an error about a token',
      code: "try {\n  verify(token);\n} catch (error) {\n  console.error('Invalid token:', error.message, error);\n}",
    },
    {
      name: 'a claim of a token',
      code: "import jwt from 'jsonwebtoken';\nconst decoded = jwt.verify(token, key);\nconsole.log(decoded, decoded.userId, jwt.decode(token));",
    },
    {
      name: 'what the server says of it',
      code: "console.log('expires', tokens.expires_in, accessTokenExpires, tokenExpiry, token.exp, tokenId);",
    },
    { name: 'anti-forgery', code: "const csrfToken = getCookie('csrftoken');\nconsole.log(csrfToken, { csrfToken }, req.csrfToken());" },
    { name: 'anti-forgery, called a token before', code: 'export const login = (token) => console.log({ csrfToken: token });' },
    { name: 'tokens of a language model', code: "console.log('tokens', usage.totalTokens, maxTokens, tokenCount, promptTokens);" },
    { name: "a lexer's token", filename: 'src/lexer.ts', code: 'export function next(token) {\n  console.log(token);\n  return token;\n}' },
    {
      name: 'a token that has a type, in a file with passwords',
      filename: 'src/scan.ts',
      code: "export function next(token, password) {\n  console.log('token', token);\n  return token.type === 'word';\n}",
    },
    {
      name: 'a design token, in a file without sessions',
      filename: 'build/style.js',
      code: 'for (const token of dictionary.allTokens) {\n  console.log(token);\n}',
    },
    {
      name: 'a crypto asset',
      code: "export const Balance = ({ token }) => {\n  console.log('selected', token, localStorage.getItem('theme'));\n  return <b>{token.symbol}</b>;\n};",
    },
    {
      name: 'a push address',
      code: "const fcmToken = await getToken(messaging);\nconsole.log('FCM token', fcmToken);\nconsole.log(deviceToken, expoPushToken);",
    },
    {
      name: 'a link that is mailed',
      filename: 'server/reset.js',
      code: "export async function sendResetEmail(user, token) {\n  console.log(`Reset link: ${BASE}/reset-password?token=${token}`);\n  console.log('cookie', token);\n}",
    },
    { name: 'a user from whom no token is taken', code: "const user = await login(email, password);\nconsole.log(user, 'signed in');" },
    {
      name: 'a user who makes a token',
      filename: 'server/auth.js',
      code: "const user = await User.findOne({ email });\nconsole.log(user);\nconst token = user.generateToken();\nres.cookie('token', token, { httpOnly: true });",
    },
    {
      name: 'headers in which no token is read',
      filename: 'server/log.js',
      code: "export const log = (req, res, next) => {\n  console.log(req.headers, req.headers['user-agent']);\n  next();\n};\n// token",
    },
    {
      name: 'a condition that is asserted',
      code: "console.assert(accessToken, 'no token');\nconsole.time(token);\nconsole.timeEnd('token');",
    },
    {
      name: 'another log',
      code: 'math.log(token);\nchangelog.info(accessToken);\nlog.push(accessToken);\ncatalog.add(accessToken);\nblog.info(accessToken);\ndialog.info(accessToken);',
    },
    { name: "a console of the file's own", code: 'const console = { log() {} };\nconsole.log(accessToken);' },
    { name: 'a name that the settings take out', code: 'console.log(accessToken);', settings: { ignoreNames: ['accessToken'] } },
    { name: 'a test', filename: 'src/login.test.ts', code: 'console.log(accessToken);' },
  ],
  invalid: [
    {
      name: 'an answer that has the token',
      code: "export async function enter(form) {\n  const result = await login(form);\n  if (result.refreshToken) {\n    console.info('signed in', result);\n    localStorage.setItem('refreshToken', result.refreshToken);\n  }\n}",
      errors: [{ messageId: 'logged', line: 4, column: 5 }],
    },
    {
      name: "an interceptor's configuration behind the header",
      code: 'api.interceptors.request.use((config) => {\n  config.headers.Authorization = `Bearer ${token}`;\n  console.log(config);\n  return config;\n});',
      errors: [{ messageId: 'logged', line: 3, column: 3 }],
    },
    {
      name: 'under another name',
      code: 'const out = { write: console.log };\nout.write(accessToken);',
      errors: [{ messageId: 'logged', line: 2, column: 1 }],
    },
    { name: 'by its name', code: 'console.log(accessToken);', errors: [{ messageId: 'logged', line: 1, column: 1 }] },
    {
      name: 'beside a text',
      code: "const token = localStorage.getItem('token');\nconsole.log('token', token);",
      errors: [{ messageId: 'logged', line: 2, column: 1 }],
    },
    {
      name: 'read on the spot: one report',
      code: "console.debug('token', localStorage.getItem('token'));",
      errors: [{ messageId: 'logged', line: 1, column: 1 }],
    },
    {
      name: 'in a template',
      code: 'export const show = (session) => console.info(`signed in with ${session.accessToken}`);',
      errors: [{ messageId: 'logged', line: 1, column: 34 }],
    },
    {
      name: 'concatenated',
      code: "export const show = (jwt) => console.warn('got ' + jwt + '!');",
      errors: [{ messageId: 'logged', line: 1, column: 30 }],
    },
    {
      name: 'in an object',
      code: "export const show = (user, authToken) => console.log('login', { user, token: authToken });",
      errors: [{ messageId: 'logged', line: 1, column: 42 }],
    },
    {
      name: 'a long piece',
      code: "export const show = (session) => console.log('preview', session.accessToken?.substring(0, 10) + '...');",
      errors: [{ messageId: 'logged', line: 1, column: 34 }],
    },
    {
      name: 'as JSON',
      code: 'export const show = (refreshToken) => console.log(JSON.stringify({ refreshToken }, null, 2));',
      errors: [{ messageId: 'logged', line: 1, column: 39 }],
    },
    {
      name: 'in a list',
      code: 'export const show = (idToken) => console.log([1, idToken]);',
      errors: [{ messageId: 'logged', line: 1, column: 34 }],
    },
    {
      name: 'by spread',
      code: 'const session = { id: 1, accessToken: await issue() };\nconsole.log({ ...session });',
      errors: [{ messageId: 'logged', line: 2, column: 1 }],
    },
    {
      name: 'a message made before',
      code: "const message = `token: ${sessionStorage.getItem('jwt')}`;\nconsole.error(message);",
      errors: [{ messageId: 'logged', line: 2, column: 1 }],
    },
    {
      name: 'issued here',
      filename: 'server/auth.js',
      code: "import jwt from 'jsonwebtoken';\nexport function login(user) {\n  const value = jwt.sign({ id: user.id }, process.env.JWT_SECRET);\n  console.log('issued', value);\n  return value;\n}",
      errors: [{ messageId: 'logged', line: 4, column: 3 }],
    },
    {
      name: 'from a getter',
      code: "import { getToken } from './session';\nconst password = read();\nconsole.log(getToken());",
      errors: [{ messageId: 'logged', line: 3, column: 1 }],
    },
    {
      name: 'a bare token where people sign in',
      code: "export async function login(email, password) {\n  const { token } = await post('/login', { email, password });\n  console.log(token);\n}",
      errors: [{ messageId: 'logged', line: 3, column: 3 }],
    },
    {
      name: 'the answer of a login, whole',
      code: "export async function login(body) {\n  const response = await axios.post('/login', body);\n  console.log(response.data);\n  localStorage.setItem('token', response.data.token);\n}",
      errors: [{ messageId: 'logged', line: 3, column: 3 }],
    },
    {
      name: 'the Authorization header',
      filename: 'server/auth.js',
      code: "export const auth = (req, res, next) => {\n  console.log(req.headers.authorization);\n  console.log('h', req.headers['authorization'], 1);\n  next();\n};",
      errors: [
        { messageId: 'logged', line: 2, column: 3 },
        { messageId: 'logged', line: 3, column: 3 },
      ],
    },
    {
      name: 'all headers, where the token is read from them',
      filename: 'server/auth.js',
      code: "export const auth = (req, res, next) => {\n  console.log(req.headers);\n  const token = req.headers.authorization?.split(' ')[1];\n  next();\n};",
      errors: [{ messageId: 'logged', line: 2, column: 3 }],
    },
    {
      name: 'the token cut out of the header',
      filename: 'server/auth.js',
      code: "export const auth = (req, res, next) => {\n  const token = req.headers.authorization.split(' ')[1];\n  console.log(token);\n  next();\n};",
      errors: [{ messageId: 'logged', line: 3, column: 3 }],
    },
    {
      name: 'optional chaining, brackets',
      code: "console?.log(accessToken);\nconsole['log'](accessToken);\nwindow.console.log(accessToken);\nglobalThis.console.error(accessToken);",
      errors: [
        { messageId: 'logged', line: 1, column: 1 },
        { messageId: 'logged', line: 2, column: 1 },
        { messageId: 'logged', line: 3, column: 1 },
        { messageId: 'logged', line: 4, column: 1 },
      ],
    },
    {
      name: 'aliased and destructured',
      code: 'const { log } = console;\nlog(accessToken);\nconst print = console.info;\nprint(accessToken);\nconst c = console;\nc.log(accessToken);',
      errors: [
        { messageId: 'logged', line: 2, column: 1 },
        { messageId: 'logged', line: 4, column: 1 },
        { messageId: 'logged', line: 6, column: 1 },
      ],
    },
    { name: 'what is asserted against', code: 'console.assert(ok, accessToken);', errors: [{ messageId: 'logged', line: 1, column: 1 }] },
    {
      name: 'pino',
      filename: 'server/a.ts',
      code: "import pino from 'pino';\nconst app = pino({ level: 'info' });\napp.info({ accessToken }, 'signed in');\napp.child({ module: 'auth' }).debug('token %s', accessToken);\nconst one = app.child({ accessToken });",
      errors: [
        { messageId: 'logged', line: 3, column: 1 },
        { messageId: 'logged', line: 4, column: 1 },
        { messageId: 'logged', line: 5, column: 13 },
      ],
    },
    {
      name: 'pino, namespace and named',
      filename: 'server/a.ts',
      code: "import * as p from 'pino';\nimport { pino as make } from 'pino';\np.pino().warn(accessToken);\nmake().error(accessToken);",
      errors: [
        { messageId: 'logged', line: 3, column: 1 },
        { messageId: 'logged', line: 4, column: 1 },
      ],
    },
    {
      name: 'winston',
      filename: 'server/a.js',
      code: "const winston = require('winston');\nconst w = winston.createLogger({});\nw.info('token', { accessToken });\nw.log('info', accessToken);\nw.log({ level: 'info', message: accessToken });\nwinston.error(accessToken);",
      errors: [
        { messageId: 'logged', line: 3, column: 1 },
        { messageId: 'logged', line: 4, column: 1 },
        { messageId: 'logged', line: 5, column: 1 },
        { messageId: 'logged', line: 6, column: 1 },
      ],
    },
    {
      name: 'winston, renamed',
      filename: 'server/a.ts',
      code: "import { createLogger as make } from 'winston';\nmake({}).verbose(accessToken);",
      errors: [{ messageId: 'logged', line: 2, column: 1 }],
    },
    {
      name: 'debug',
      filename: 'server/a.js',
      code: "const d = require('debug')('app:auth');\nd('token %o', accessToken);",
      errors: [{ messageId: 'logged', line: 2, column: 1 }],
    },
    {
      name: 'debug, renamed, extended',
      filename: 'server/a.ts',
      code: "import createDebug from 'debug';\nconst d = createDebug('app').extend('auth');\nd(accessToken);",
      errors: [{ messageId: 'logged', line: 3, column: 1 }],
    },
    {
      name: 'loglevel',
      code: "import l from 'loglevel';\nl.warn(accessToken);\nl.getLogger('auth').info(accessToken);",
      errors: [
        { messageId: 'logged', line: 2, column: 1 },
        { messageId: 'logged', line: 3, column: 1 },
      ],
    },
    {
      name: 'Nest',
      filename: 'server/a.service.ts',
      code: "import { Injectable, Logger } from '@nestjs/common';\n@Injectable()\nexport class AuthService {\n  private readonly out = new Logger(AuthService.name);\n  login(accessToken: string) {\n    this.out.log(`issued ${accessToken}`);\n    Logger.debug(accessToken);\n  }\n}",
      errors: [
        { messageId: 'logged', line: 6, column: 5 },
        { messageId: 'logged', line: 7, column: 5 },
      ],
    },
    {
      name: 'a logger by name',
      filename: 'server/a.ts',
      code: "import { logger } from './logger';\nlogger.info(accessToken);\nreq.log.info({ accessToken });\nthis.logger.error(accessToken);\nauthLogger.warn(accessToken);\nlog.debug?.(accessToken);",
      errors: [
        { messageId: 'logged', line: 2, column: 1 },
        { messageId: 'logged', line: 3, column: 1 },
        { messageId: 'logged', line: 4, column: 1 },
        { messageId: 'logged', line: 5, column: 1 },
        { messageId: 'logged', line: 6, column: 1 },
      ],
    },
    {
      name: 'a logger of the settings',
      code: "import { track } from './audit';\nimport trace from '@acme/trace';\ntrack(accessToken);\naudit.record(accessToken);\ntrace(accessToken);",
      settings: { loggers: ['track', 'audit', '@acme/trace#default'] },
      errors: [
        { messageId: 'logged', line: 3, column: 1 },
        { messageId: 'logged', line: 4, column: 1 },
        { messageId: 'logged', line: 5, column: 1 },
      ],
    },
    {
      name: 'a name of the settings',
      code: 'console.log(spaceTicket);',
      settings: { credentialNames: ['spaceTicket'] },
      errors: [{ messageId: 'logged', line: 1, column: 1 }],
    },
    {
      name: 'Vue, options',
      filename: 'Login.vue',
      code: "<script>\nexport default {\n  methods: {\n    async login() {\n      const { data } = await this.$http.post('/login');\n      console.log(data.accessToken);\n    },\n  },\n};\n</script>",
      errors: [{ messageId: 'logged', line: 6, column: 7 }],
    },
    {
      name: 'Vue, setup',
      filename: 'Login.vue',
      code: '<script setup lang="ts">\nconst accessToken: string = await login();\nconsole.log(accessToken);\n</script>\n<template><p /></template>',
      errors: [{ messageId: 'logged', line: 3, column: 1 }],
    },
    {
      name: 'Svelte',
      filename: 'Login.svelte',
      code: "<script>\n  const token = localStorage.getItem('token');\n  console.log(token);\n</script>",
      errors: [{ messageId: 'logged', line: 3, column: 3 }],
    },
    {
      name: 'in a test, where the settings ask for tests',
      filename: 'src/login.test.ts',
      code: 'console.log(accessToken);',
      settings: { tests: true },
      errors: [{ messageId: 'logged', line: 1, column: 1 }],
    },
  ],
} satisfies RuleCases;
