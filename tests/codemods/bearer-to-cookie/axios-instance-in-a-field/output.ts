import axios, { type AxiosInstance } from 'axios';
import { followSession } from './session';

export class Api {
  private readonly client: AxiosInstance;

  constructor(baseURL: string) {
    this.client = followSession(axios.create({ baseURL, withCredentials: true }));
    this.client.interceptors.request.use((config) => {
      config.headers.set('X-Client', 'web');
      return config;
    });
  }
}
