import { apiFetch, endSession, hasSession } from './session';

export class TokenService {
  private readonly key = 'access_token';

  save(): void {}

  clear(): void {
    void endSession();
  }
}

export async function loadReports(): Promise<unknown> {
  const response = await apiFetch('/api/reports');
  return response.json();
}

export const hasAccess = (): boolean => hasSession();
