export interface Options {
  baseUrl: string;
  getToken: () => string | null;
  onUnauthorized?: () => void;
}

export class ApiError extends Error {
  constructor(readonly status: number) {
    super(`The API answered with ${status}`);
  }
}

export class ApiClient {
  private readonly options: Options;

  constructor(options: Options) {
    this.options = options;
  }

  private async send<T>(path: string, init: RequestInit = {}): Promise<T> {
    const headers: Record<string, string> = { 'Content-Type': 'application/json' };
    const token = this.options.getToken();
    if (token) headers.Authorization = `Bearer ${token}`;
    const response = await fetch(this.options.baseUrl + path, { ...init, headers });
    if (response.status === 401) this.options.onUnauthorized?.();
    if (!response.ok) throw new ApiError(response.status);
    return response.json();
  }

  get<T>(path: string): Promise<T> {
    return this.send<T>(path);
  }

  post<T>(path: string, body: unknown): Promise<T> {
    return this.send<T>(path, { method: 'POST', body: JSON.stringify(body) });
  }
}
