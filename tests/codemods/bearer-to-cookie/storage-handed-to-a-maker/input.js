const makeStore = (base) => ({ put: (key, value) => base.setItem(key, value), drop: (key) => base.removeItem(key) });
const long = makeStore(localStorage);
export function signIn(answer) {
  long.put('jwt', answer.token);
  long.put('theme', 'dark');
}
export function logout() {
  long.drop('jwt');
}
