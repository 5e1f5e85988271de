import React, { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { Provider, useDispatch, useSelector } from 'react-redux';
import { store } from './store';
import api from './api';
import { logout, selectCurrentUser, setCredentials } from './features/authSlice';

function Orders() {
  const [orders, setOrders] = useState([]);
  const user = useSelector(selectCurrentUser);
  const dispatch = useDispatch();
  useEffect(() => { api.get('/orders').then((r) => setOrders(r.data)); }, []);
  return <div><b>{user?.name}</b><ul>{orders.map((o) => <li key={o.id}>order {o.id}</li>)}</ul><button id="out" onClick={() => dispatch(logout())}>out</button></div>;
}
function App() {
  const { isAuthenticated } = useSelector((state) => state.auth);
  const dispatch = useDispatch();
  const login = async () => {
    const { data } = await api.post('/auth/login', { email: 'ann@example.com', password: 'pw' });
    dispatch(setCredentials({ user: data.user, token: data.token }));
  };
  return isAuthenticated ? <Orders /> : <button id="in" onClick={login}>in</button>;
}
createRoot(document.getElementById('root')).render(<Provider store={store}><App /></Provider>);
