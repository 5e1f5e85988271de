import { Injectable, UnauthorizedException } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import bcrypt from 'bcrypt';
import { Users } from './users';

@Injectable()
export class AuthService {
  constructor(private readonly jwt: JwtService, private readonly users: Users) {}

  async check(email: string, password: string) {
    const user = await this.users.findByEmail(email);
    if (!user || !(await bcrypt.compare(password, user.passwordHash))) throw new UnauthorizedException();
    return user;
  }

  issue(userId: string): Promise<string> {
    return this.jwt.signAsync({ sub: userId });
  }
}
