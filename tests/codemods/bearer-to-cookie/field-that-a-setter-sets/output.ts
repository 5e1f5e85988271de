import { apiFetch, endSession, hasSession } from './session';

const BASE = 'http://localhost:4000/api';

export class Shop {
  setJwt(isSignedIn: boolean): void {
    if (!isSignedIn) {
      void endSession();
    }
  }

  isSignedIn(): boolean {
    return hasSession();
  }

  private async request(path: string, init: RequestInit = {}) {
    const headers: Record<string, string> = { 'Content-Type': 'application/json' };
    const response = await apiFetch(`${BASE}${path}`, { ...init, headers });
    return response.json();
  }

  async login(credentials: object) {
    const answer = await this.request('/login', { method: 'POST', body: JSON.stringify(credentials) });
    this.setJwt(true);
    return answer.user;
  }

  logout() {
    this.setJwt(false);
  }
}
