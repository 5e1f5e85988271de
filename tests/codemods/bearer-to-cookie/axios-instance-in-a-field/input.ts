import axios, { type AxiosInstance } from 'axios';

export class Api {
  private readonly client: AxiosInstance;

  constructor(baseURL: string) {
    this.client = axios.create({ baseURL });
    this.client.interceptors.request.use((config) => {
      config.headers.set('Authorization', `Bearer ${localStorage.getItem('token')}`);
      config.headers.set('X-Client', 'web');
      return config;
    });
  }
}
