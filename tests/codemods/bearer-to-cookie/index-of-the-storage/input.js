export function loadCart() {
  return fetch('/api/cart', { headers: { Authorization: `Bearer ${localStorage['jwtToken']}` } }).then((res) => res.json());
}

export function guard(next) {
  if (!localStorage['jwtToken']) return next('/login');
  return next();
}
