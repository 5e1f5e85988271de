export const Nav = () => <button onClick={() => localStorage.removeItem('token')}>Log out</button>;

export const logout = () => localStorage.removeItem('token');
