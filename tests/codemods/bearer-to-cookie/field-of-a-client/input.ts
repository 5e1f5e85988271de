class ApiClient {
  private token: string | null;

  constructor() {
    this.token = localStorage.getItem('token');
  }

  async load(path: string) {
    const response = await fetch(path, {
      headers: { Accept: 'application/json', Authorization: `Bearer ${this.token}` },
    });
    return response.json();
  }
}

export const client = new ApiClient();
