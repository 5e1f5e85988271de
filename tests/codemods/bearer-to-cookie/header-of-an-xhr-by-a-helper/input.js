export function authorize(xhr) {
  xhr.setRequestHeader('Authorization', 'Bearer ' + localStorage.getItem('token'));
}
