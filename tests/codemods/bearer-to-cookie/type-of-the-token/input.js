export const isSignedIn = () => typeof localStorage.getItem('token') === 'string';

export const isGuest = () => typeof localStorage.getItem('token') == 'undefined';

export function leave() { sessionStorage.removeItem('cart'); localStorage.removeItem('token'); }
