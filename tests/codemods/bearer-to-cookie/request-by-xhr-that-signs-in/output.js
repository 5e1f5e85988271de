import { rememberSession } from './session';

export function login(form, done) {
  const xhr = new XMLHttpRequest();
  xhr.open('POST', '/api/login');
  xhr.withCredentials = true;
  xhr.onload = () => {
    const { user } = JSON.parse(xhr.responseText);
    rememberSession(JSON.parse(xhr.responseText));
    done(user);
  };
  xhr.send(JSON.stringify(form));
}

export function register(form, done) {
  const xhr = new XMLHttpRequest();
  xhr.open('POST', '/api/register');
  xhr.withCredentials = true;
  xhr.onload = () => {
    const answer = JSON.parse(xhr.responseText);
    rememberSession(answer);
    done(answer.user);
  };
  xhr.send(JSON.stringify(form));
}

export function orders(done) {
  const xhr = new XMLHttpRequest();
  xhr.open('GET', '/api/orders');
  xhr.withCredentials = true;
  xhr.onload = () => done(JSON.parse(xhr.responseText));
  xhr.send();
}

export async function signUp(form) {
  const { token } = await send('/api/signup', form);
  // TODO(httponly): nothing takes note of this sign-in: call rememberSession() with the answer here. See https://github.com/httponly/eslint-plugin-httponly/blob/main/docs/codemods/bearer-to-cookie.md
  // TODO(httponly): this still needs the token (it is handed to `setItem`), which scripts cannot read any more. See https://github.com/httponly/eslint-plugin-httponly/blob/main/docs/codemods/bearer-to-cookie.md
  localStorage.setItem('token', token);
}

const send = (path, body) =>
  new Promise((resolve) => {
    const xhr = new XMLHttpRequest();
    xhr.open('POST', path);
    xhr.withCredentials = true;
    xhr.onload = () => resolve(JSON.parse(xhr.responseText));
    xhr.send(JSON.stringify(body));
  });
