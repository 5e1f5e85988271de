import { store } from './store';
import { endSession } from './session';

const setAuthToken = (token) => {
  // TODO(httponly): this still needs the token (it tells signing in from signing out: call endSession() where people sign out), which scripts cannot read any more. See https://github.com/httponly/eslint-plugin-httponly/blob/main/docs/codemods/bearer-to-cookie.md
  if (!token) {
    endSession();
  }
};

store.subscribe(() => {
  const token = store.getState().auth.token;
  setAuthToken(token);
});
