import { endSession } from './session';

export const Nav = () => <button onClick={() => endSession()}>Log out</button>;

export const logout = () => endSession();
