import { createSlice } from '@reduxjs/toolkit';
import { useDispatch, useSelector } from 'react-redux';

const slice = createSlice({
  name: 'auth',
  initialState: { user: null, token: null },
  reducers: {
    setLogout(state) {
      state.user = null;
      state.token = null;
    },
  },
});

export function Leave() {
  const dispatch = useDispatch();
  const token = useSelector((state) => state.auth.token);
  const leave = async () => {
    await fetch('/api/leave', { method: 'POST', headers: { Authorization: `Bearer ${token}` } });
    dispatch(slice.actions.setLogout());
  };
  return <button onClick={leave}>Leave</button>;
}

export const Guard = ({ children }) => (useSelector((state) => state.auth.token) ? children : null);
