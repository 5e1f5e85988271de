export function upload(file, done) {
  const xhr = new XMLHttpRequest();
  xhr.open('POST', '/api/files');
  xhr.withCredentials = true;
  xhr.onload = () => done(xhr.responseText);
  xhr.send(file);
}
