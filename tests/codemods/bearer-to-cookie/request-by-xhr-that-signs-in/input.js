export function login(form, done) {
  const xhr = new XMLHttpRequest();
  xhr.open('POST', '/api/login');
  xhr.onload = () => {
    const { token, user } = JSON.parse(xhr.responseText);
    localStorage.setItem('token', token);
    done(user);
  };
  xhr.send(JSON.stringify(form));
}

export function register(form, done) {
  const xhr = new XMLHttpRequest();
  xhr.open('POST', '/api/register');
  xhr.onload = () => {
    const answer = JSON.parse(xhr.responseText);
    const { token } = answer;
    localStorage.setItem('token', token);
    done(answer.user);
  };
  xhr.send(JSON.stringify(form));
}

export function orders(done) {
  const xhr = new XMLHttpRequest();
  xhr.open('GET', '/api/orders');
  const token = localStorage.getItem('token');
  if (token) {
    xhr.setRequestHeader('Authorization', 'Bearer ' + token);
  }
  xhr.onload = () => done(JSON.parse(xhr.responseText));
  xhr.send();
}

export async function signUp(form) {
  const { token } = await send('/api/signup', form);
  localStorage.setItem('token', token);
}

const send = (path, body) =>
  new Promise((resolve) => {
    const xhr = new XMLHttpRequest();
    xhr.open('POST', path);
    xhr.onload = () => resolve(JSON.parse(xhr.responseText));
    xhr.send(JSON.stringify(body));
  });
