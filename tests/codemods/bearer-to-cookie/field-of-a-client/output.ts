import { apiFetch } from './session';

class ApiClient {
  async load(path: string) {
    const response = await apiFetch(path, {
      headers: { Accept: 'application/json' },
    });
    return response.json();
  }
}

export const client = new ApiClient();
