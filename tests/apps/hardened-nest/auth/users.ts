import { Injectable } from '@nestjs/common';

export interface User {
  readonly id: string;
  readonly name: string;
  readonly passwordHash: string;
}

@Injectable()
export class Users {
  constructor(private readonly database: Database) {}

  findByEmail(email: string): Promise<User | undefined> {
    return this.database.one('select id, name, password_hash as "passwordHash" from users where email = $1', [email]);
  }
}

interface Database {
  one<T>(text: string, values: readonly unknown[]): Promise<T | undefined>;
}
