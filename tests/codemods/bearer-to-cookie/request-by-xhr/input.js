export function upload(file, done) {
  const xhr = new XMLHttpRequest();
  xhr.open('POST', '/api/files');
  xhr.setRequestHeader('Authorization', 'Bearer ' + localStorage.getItem('token'));
  xhr.onload = () => done(xhr.responseText);
  xhr.send(file);
}
