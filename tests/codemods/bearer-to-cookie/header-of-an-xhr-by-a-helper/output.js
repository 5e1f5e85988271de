export function authorize(xhr) {
  xhr.withCredentials = true;
}
