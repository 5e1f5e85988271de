import http from 'axios';
import { followSession } from './session';

followSession(http);

export function signedIn() {}

export const profile = () => http.get('/api/profile');
