import { currentUser, hasSession } from './session';

interface Claims {
  sub: string;
  role: 'admin' | 'member';
}

export class Account {
  private static read(): Claims {
    return currentUser() as Claims;
  }

  role(): Claims['role'] | undefined {
    return hasSession() ? Account.read().role : undefined;
  }

  async id(): Promise<string> {
    const { sub } = currentUser<Claims>();
    return sub;
  }
}
