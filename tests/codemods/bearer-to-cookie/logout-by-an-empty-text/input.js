export function logout() {
  localStorage.setItem('token', '');
  localStorage.setItem('cart', '');
  location.reload();
}
