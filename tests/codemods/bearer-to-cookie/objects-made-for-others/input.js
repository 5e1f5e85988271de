import { greet } from './greeting';

class Vault {
  constructor(key) {
    this.key = key;
  }
  set(value) {
    localStorage.setItem(this.key, value);
  }
}

export const vault = new Vault('token');
export class TokenVault extends Vault {
  constructor() {
    super('jwt');
  }
}
new Vault('access_token');
const item = (key) => ({ set: (value) => localStorage.setItem(key, value) });
export const kept = item('jwt');
