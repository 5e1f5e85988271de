import { apiFetch, hasSession } from './session';

let account = localStorage.getItem('account');

export function use(next) {
  account = next;
}

export async function login(credentials) {
  const response = await apiFetch('/api/login', { method: 'POST', body: JSON.stringify(credentials) });
  await response.json();
}

// TODO(httponly): there is a token for each `user.id` ('token_…'), and the cookie is one session. Have the server know them all by it, or end one where another begins. See https://github.com/httponly/eslint-plugin-httponly/blob/main/docs/codemods/bearer-to-cookie.md
export const isSignedInAs = (user) => hasSession();

export const forApp = () => hasSession();

export const configured = (one) => hasSession() && one;
