const BASE = 'http://localhost:4000/api';

export class Shop {
  private jwt: string | null = null;

  constructor() {
    this.restore();
  }

  private restore(): void {
    this.jwt = sessionStorage.getItem('jwt');
  }

  setJwt(jwt: string | null): void {
    this.jwt = jwt;
    if (jwt) {
      sessionStorage.setItem('jwt', jwt);
    } else {
      sessionStorage.removeItem('jwt');
    }
  }

  getJwt(): string | null {
    return this.jwt;
  }

  isSignedIn(): boolean {
    return this.jwt !== null;
  }

  private async request(path: string, init: RequestInit = {}) {
    const headers: Record<string, string> = { 'Content-Type': 'application/json' };
    if (this.jwt) {
      headers['Authorization'] = `Bearer ${this.jwt}`;
    }
    const response = await fetch(`${BASE}${path}`, { ...init, headers });
    return response.json();
  }

  async login(credentials: object) {
    const answer = await this.request('/login', { method: 'POST', body: JSON.stringify(credentials) });
    this.setJwt(answer.token);
    return answer.user;
  }

  logout() {
    this.setJwt(null);
  }
}
