export function news() {
  return new EventSource(`/api/news?token=${localStorage.getItem('token')}`);
}
