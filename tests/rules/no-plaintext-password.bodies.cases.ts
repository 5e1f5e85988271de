import type { RuleCases } from '../support/rule-cases.ts';

export default {
  rule: 'no-plaintext-password',
  valid: [
    {
      name: 'a body without a password',
      filename: 'server/a.js',
      code: `
const express = require('express');
app.post('/orders', (req, res) => {
  console.log(req.body);
  const { items } = req.body; // no password here
});
`,
    },
    {
      name: 'a body of which it is taken away',
      filename: 'server/b.js',
      code: `
const express = require('express');
app.post('/enter', async (req, res) => {
  const user = await find(req.body.name, req.body.password);
  delete req.body.password;
  console.log(req.body);
});
`,
    },
    {
      name: 'what is left of it',
      filename: 'server/c.js',
      code: `
const express = require('express');
app.post('/enter', async (req, res) => {
  const { password, ...others } = req.body;
  console.log(others, req.body.name, Object.keys(req.body));
});
`,
    },
    {
      name: 'the body of another handler',
      filename: 'server/d.js',
      code: `
const express = require('express');
app.post('/enter', (req, res) => check(req.body.password));
app.post('/orders', (req, res) => console.log(req.body));
`,
    },
    {
      name: 'what Nest hands over of orders',
      filename: 'src/orders.controller.ts',
      code: `
import { Body, Controller, Post } from '@nestjs/common';
@Controller('orders')
export class OrdersController {
  @Post() add(@Body() form: OrderDto) {
    console.log(form); // password
  }
}
`,
    },
  ],
  invalid: [
    {
      name: 'a body out of which a password is taken',
      filename: 'server/a.js',
      code: `
const express = require('express');
app.post('/enter', async (req, res) => {
  console.log('entering', req.body);
  const { name, password } = req.body;
  await check(name, password);
});
`,
      errors: [{ messageId: 'logged', line: 4, column: 27 }],
    },
    {
      name: 'a body as text',
      filename: 'server/b.js',
      code: `
const express = require('express');
exports.enter = async (req, res) => {
  logger.info('body ' + req.ip, JSON.stringify(req.body));
  await check(req.body.name, req.body.password);
};
`,
      errors: [{ messageId: 'logged', line: 4, column: 33 }],
    },
    {
      name: 'a body in an object',
      filename: 'server/c.js',
      code: `
const express = require('express');
exports.enter = async (req, res) => {
  logger.debug({ path: req.path, body: req.body });
  return check(req.body.name, req.body.password);
};
`,
      errors: [{ messageId: 'logged', line: 4, column: 16 }],
    },
    {
      name: 'a body under another name',
      filename: 'app/api/enter/route.ts',
      code: `
import { NextResponse } from 'next/server';
export async function POST(request: Request) {
  const form = await request.json();
  console.log(form);
  return NextResponse.json(await check(form.name, form.password));
}
`,
      errors: [{ messageId: 'logged', line: 5, column: 15 }],
    },
    {
      name: 'what Nest hands over',
      filename: 'src/auth.controller.ts',
      code: `
import { Body, Controller, Post } from '@nestjs/common';
@Controller('auth')
export class AuthController {
  @Post('enter') enter(@Body() form: EnterDto) {
    console.log('enter', form);
    return this.accounts.enter(form.name, form.password);
  }
}
`,
      errors: [{ messageId: 'logged', line: 6, column: 26 }],
    },
    {
      name: 'what Nest hands over, by its type',
      filename: 'src/auth.controller.ts',
      code: `
import { Body, Controller, Post } from '@nestjs/common';
// name and password
@Controller('auth')
export class AuthController {
  @Post('enter') enter(@Body() form: SignInDto) {
    console.log(form);
    return this.accounts.enter(form);
  }
}
`,
      errors: [{ messageId: 'logged', line: 7, column: 17 }],
    },
  ],
} satisfies RuleCases;
