import axios, { type AxiosInstance } from 'axios';
import { followSession } from './session';

const client = (): AxiosInstance => {
  return followSession(axios.create({
    baseURL: 'http://localhost:3000',
    headers: {
      'Content-Type': 'application/json',
    },
    withCredentials: true,
  }));
};

export const get = (url: string) => client().get(url);
