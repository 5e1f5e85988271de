import { Body, Controller, Get, HttpCode, Post, Req, Res, UseGuards } from '@nestjs/common';
import type { CookieOptions, Request, Response } from 'express';
import { AuthService } from './auth.service';
import { SessionGuard } from './session.guard';

const cookie: CookieOptions = { httpOnly: true, secure: true, sameSite: 'strict', path: '/' };
const LIFETIME = 15 * 60 * 1000;

@Controller('auth')
export class AuthController {
  constructor(private readonly auth: AuthService) {}

  @Post('login')
  @HttpCode(200)
  async login(@Body() body: { email: string; password: string }, @Res({ passthrough: true }) res: Response) {
    const user = await this.auth.check(body.email, body.password);
    res.cookie('__Host-session', await this.auth.issue(user.id), { ...cookie, maxAge: LIFETIME });
    return { user: { id: user.id, name: user.name } };
  }

  @Post('logout')
  @HttpCode(204)
  logout(@Res({ passthrough: true }) res: Response): void {
    res.clearCookie('__Host-session', cookie);
  }

  @UseGuards(SessionGuard)
  @Get('me')
  me(@Req() req: Request) {
    return { user: req.user };
  }
}
