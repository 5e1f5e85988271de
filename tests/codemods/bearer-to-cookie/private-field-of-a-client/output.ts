import { apiFetch, hasSession } from './session';

export class ApiClient {
  constructor(private readonly base: string) {}

  async get<T>(path: string): Promise<T> {
    const response = await apiFetch(this.base + path);
    return response.json();
  }

  get isSignedIn(): boolean {
    return hasSession();
  }
}
