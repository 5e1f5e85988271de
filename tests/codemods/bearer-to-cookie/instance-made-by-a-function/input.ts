import axios, { type AxiosInstance } from 'axios';

const client = (): AxiosInstance => {
  return axios.create({
    baseURL: 'http://localhost:3000',
    headers: {
      'Content-Type': 'application/json',
      'Authorization': 'Bearer ' + sessionStorage.getItem('token'),
    },
  });
};

export const get = (url: string) => client().get(url);
