import axios from 'axios';
import { followSession } from './session';

followSession(axios);

export const getPublicBoard = () => axios.get('/api/test/all');

export const getUserBoard = () => axios.get('/api/test/user');

export const getPage = (page) => axios.get('/api/test/page', { params: { page } });
