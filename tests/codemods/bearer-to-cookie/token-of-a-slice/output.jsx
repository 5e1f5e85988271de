import { createSlice } from '@reduxjs/toolkit';
import { useDispatch } from 'react-redux';
import { apiFetch, useSession } from './session';

const slice = createSlice({
  name: 'auth',
  initialState: { user: null, token: null },
  reducers: {
    setLogout(state) {
      state.user = null;
      // TODO(httponly): this signed out. The session is a cookie now: call endSession() where this is dispatched. See https://github.com/httponly/eslint-plugin-httponly/blob/main/docs/codemods/bearer-to-cookie.md
      state.token = null;
    },
  },
});

export function Leave() {
  const dispatch = useDispatch();
  const leave = async () => {
    await apiFetch('/api/leave', { method: 'POST' });
    dispatch(slice.actions.setLogout());
  };
  return <button onClick={leave}>Leave</button>;
}

export const Guard = ({ children }) => (useSession() ? children : null);
