import React, { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { configureStore } from '@reduxjs/toolkit';
import { Provider, useDispatch, useSelector } from 'react-redux';
import { apiSlice } from './apiSlice';
import { useLoginMutation } from './authApi';
import auth, { logout } from './authSlice';
import { useCreateOrderMutation, useGetOrdersQuery } from './orderApi';

const store = configureStore({
  reducer: { auth, [apiSlice.reducerPath]: apiSlice.reducer },
  middleware: (getDefaultMiddleware) => getDefaultMiddleware().concat(apiSlice.middleware),
});

function Home() {
  const dispatch = useDispatch();
  const { user } = useSelector((state) => state.auth);
  const { data: orders = [], error } = useGetOrdersQuery();
  const [createOrder, { isSuccess }] = useCreateOrderMutation();
  return (
    <div>
      <b>{user.name}</b> {error && error.status}
      {orders.map((order) => (
        <p key={order.id}>order {order.id}</p>
      ))}
      {isSuccess && <i>added</i>}
      <button id="add" onClick={() => createOrder({ title: 'x' })}>
        add
      </button>
      <button id="out" onClick={() => dispatch(logout())}>
        out
      </button>
    </div>
  );
}

function Login() {
  const [login] = useLoginMutation();
  const [message, setMessage] = useState('');
  const enter = async (password) => {
    try {
      await login({ email: 'ann@example.com', password }).unwrap();
    } catch (error) {
      setMessage(error.data.message);
    }
  };
  return (
    <div>
      {message}
      <button id="wrong" onClick={() => enter('other')}>
        wrong
      </button>
      <button id="in" onClick={() => enter('pw')}>
        in
      </button>
    </div>
  );
}

function App() {
  const { isAuthenticated } = useSelector((state) => state.auth);
  return isAuthenticated ? <Home /> : <Login />;
}

createRoot(document.getElementById('root')).render(
  <Provider store={store}>
    <App />
  </Provider>,
);
