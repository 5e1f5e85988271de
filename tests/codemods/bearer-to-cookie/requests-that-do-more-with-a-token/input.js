import { connect } from './live';

const waiting = [];

export const afterRenewal = (callback) => waiting.push(callback);
afterRenewal((token) => connect(token));

export function renewed() {
  const token = localStorage.getItem('token');
  waiting.forEach((callback) => callback(token));
}
