export class ApiClient {
  #token: string | null = localStorage.getItem('token');

  constructor(private readonly base: string) {}

  async get<T>(path: string): Promise<T> {
    const response = await fetch(this.base + path, {
      headers: { Authorization: `Bearer ${this.#token}` },
    });
    return response.json();
  }

  get isSignedIn(): boolean {
    return this.#token !== null;
  }
}
