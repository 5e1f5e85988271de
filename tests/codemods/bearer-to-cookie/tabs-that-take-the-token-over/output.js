import { apiFetch } from './session';

const KEY = 'token';

window.addEventListener('storage', (event) => {
  // TODO(httponly): other tabs do not store the token any more. Have onSessionChange(listener) call this instead. See https://github.com/httponly/eslint-plugin-httponly/blob/main/docs/codemods/bearer-to-cookie.md
  if (event.key === KEY) show(event.newValue);
});

export const orders = () => apiFetch('/api/orders');
