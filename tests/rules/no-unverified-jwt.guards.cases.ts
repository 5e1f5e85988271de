import type { RuleCases } from '../support/rule-cases.ts';

export default {
  rule: 'no-unverified-jwt',
  valid: [
    {
      name: 'assigned to what is no request, and verified claims to one',
      filename: 'server/guard.js',
      code: `
import jwt from 'jsonwebtoken';
export function seen(req, res, next) {
  const claims = jwt.decode(req.cookies.token);
  Object.assign(statistics, { user: claims.iss });
  Object.assign(req, { startedAt: Date.now() });
  next();
}
export function known(req, res, next) {
  Object.assign(req, { user: jwt.verify(req.cookies.token, process.env.KEY) });
  next();
}
`,
    },
    {
      name: 'a guard that verifies',
      filename: 'src/auth.guard.ts',
      code: `
import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
@Injectable()
export class AuthGuard {
  constructor(private readonly jwt: JwtService) {}
  async canActivate(context) {
    const request = context.switchToHttp().getRequest();
    const [, token] = request.headers.authorization?.split(' ') ?? [];
    request['user'] = await this.jwt.verifyAsync(token);
    return true;
  }
}
`,
    },
    {
      name: 'SvelteKit: a hook that asks who it is',
      filename: 'src/hooks.server.ts',
      code: `
export const handle = async ({ event, resolve }) => {
  const token = event.cookies.get('token');
  event.locals.user = token ? await verifyToken(token) : null;
  event.locals.expires = token ? JSON.parse(atob(token.split('.')[1])).exp : 0;
  return resolve(event);
};
`,
    },
    {
      name: 'a guard that looks at when it ends',
      filename: 'src/expiry.guard.ts',
      code: `
import { Injectable } from '@nestjs/common';
import { decode } from 'jsonwebtoken';
@Injectable()
export class ExpiryGuard {
  canActivate(context) {
    const { exp } = decode(context.switchToHttp().getRequest().headers.authorization.split(' ')[1]);
    return exp > Date.now() / 1000;
  }
}
`,
    },
  ],
  invalid: [
    {
      name: 'assigned to the request with other things',
      filename: 'server/guard.js',
      code: `
import { decode } from 'jsonwebtoken';
export async function handle(request, reply) {
  const user = decode(request.headers.authorization);
  Object.assign(request, { user, startedAt: Date.now() });
}
export function guard(req, res, next) {
  Object.assign(req, { userId: decode(req.cookies.token).sub });
  next();
}
`,
      errors: [
        { messageId: 'decoded', line: 4, column: 16 },
        { messageId: 'decoded', line: 8, column: 32 },
      ],
    },
    {
      name: 'Nest: the user is made of it',
      filename: 'src/auth.guard.ts',
      code: `
import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
@Injectable()
export class AuthGuard {
  constructor(private readonly jwt: JwtService) {}
  canActivate(context) {
    const request = context.switchToHttp().getRequest();
    const [, token] = request.headers.authorization?.split(' ') ?? [];
    request['user'] = this.jwt.decode(token);
    return true;
  }
}
`,
      errors: [{ messageId: 'decoded', line: 10, column: 23, endLine: 10, endColumn: 45 }],
    },
    {
      name: 'Nest: whoever has a token passes',
      filename: 'src/auth.guard.ts',
      code: `
import { Injectable } from '@nestjs/common';
import { decode } from 'jsonwebtoken';
@Injectable()
export class AuthGuard {
  canActivate(context) {
    const claims = decode(context.switchToHttp().getRequest().headers['x-token']);
    return !!claims;
  }
}
`,
      errors: [{ messageId: 'decoded', line: 7, column: 20, endLine: 7, endColumn: 82 }],
    },
    {
      name: 'Nest: a role that is read off',
      filename: 'src/roles.guard.ts',
      code: `
import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
@Injectable()
export class RolesGuard {
  constructor(private readonly jwt: JwtService) {}
  canActivate(context) {
    const req = context.switchToHttp().getRequest();
    const claims = this.jwt.decode(req.cookies['token']) as { roles: string[] };
    return claims.roles.includes('admin');
  }
}
`,
      errors: [{ messageId: 'decoded', line: 9, column: 20, endLine: 9, endColumn: 57 }],
    },
    {
      name: 'Express: under a type, and in an object',
      filename: 'server/auth.ts',
      code: `
import jwt from 'jsonwebtoken';
export const one = (req: Request, res: Response, next: NextFunction) => {
  (req as any).user = jwt.decode(req.cookies.token);
  next();
};
export const other = (req, res, next) => {
  const claims = jwt.decode(req.header('x-auth-token'));
  req.auth = claims ? { id: claims.sub } : undefined;
  next();
};
`,
      errors: [
        { messageId: 'decoded', line: 4, column: 23, endLine: 4, endColumn: 52 },
        { messageId: 'decoded', line: 8, column: 18, endLine: 8, endColumn: 56 },
      ],
    },
    {
      name: 'routing-controllers: who it is',
      filename: 'server/checker.ts',
      code: `
import { Action } from 'routing-controllers';
import jwt from 'jsonwebtoken';
export const currentUserChecker = async (action: Action) => {
  const token = action.request.headers['authorization'].slice(7);
  return jwt.decode(token);
};
`,
      errors: [{ messageId: 'decoded', line: 6, column: 10, endLine: 6, endColumn: 27 }],
    },
    {
      name: 'SvelteKit: what later code takes for the user',
      filename: 'src/hooks.server.ts',
      code: `
export async function handle({ event, resolve }) {
  const jwt = event.cookies.get('jwt');
  event.locals.user = jwt ? JSON.parse(Buffer.from(jwt.split('.')[1], 'base64').toString()) : undefined;
  return resolve(event);
}
`,
      errors: [{ messageId: 'decoded', line: 4, column: 29, endLine: 4, endColumn: 92 }],
    },
  ],
} satisfies RuleCases;
