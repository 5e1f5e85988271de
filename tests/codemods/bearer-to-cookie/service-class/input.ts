export class TokenService {
  private readonly key = 'access_token';

  get(): string | null {
    return localStorage.getItem(this.key);
  }

  save(token: string): void {
    localStorage.setItem(this.key, token);
  }

  clear(): void {
    localStorage.removeItem(this.key);
  }
}

const tokens = new TokenService();

export async function loadReports(): Promise<unknown> {
  const response = await fetch('/api/reports', { headers: { Authorization: `Bearer ${tokens.get()}` } });
  return response.json();
}

export const hasAccess = (): boolean => tokens.get() !== null;
