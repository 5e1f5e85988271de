import { jwtDecode } from 'jwt-decode';

interface Claims {
  sub: string;
  role: 'admin' | 'member';
}

export class Account {
  private static read(token: string): Claims {
    const [, payload] = token.split('.');
    return JSON.parse(atob(payload ?? '')) as Claims;
  }

  role(): Claims['role'] | undefined {
    const token = localStorage.getItem('access_token');
    return token ? Account.read(token).role : undefined;
  }

  async id(): Promise<string> {
    const { sub } = jwtDecode<Claims>(localStorage.getItem('access_token')!);
    return sub;
  }
}
