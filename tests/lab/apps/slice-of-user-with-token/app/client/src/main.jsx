import React, { useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { configureStore } from '@reduxjs/toolkit';
import { Provider, useDispatch, useSelector } from 'react-redux';
import auth, { login, logout } from './authSlice';
import orders, { createOrder, getOrders } from './orderSlice';

const store = configureStore({ reducer: { auth, orders } });

function Home() {
  const dispatch = useDispatch();
  const { user } = useSelector((state) => state.auth);
  const { orders, message } = useSelector((state) => state.orders);
  useEffect(() => {
    dispatch(getOrders());
  }, [dispatch]);
  return (
    <div>
      <b>{user.name}</b> {message}
      {orders.map((order) => (
        <p key={order.id}>order {order.id}</p>
      ))}
      <button id="add" onClick={() => dispatch(createOrder({ title: 'x' }))}>
        add
      </button>
      <button id="out" onClick={() => dispatch(logout())}>
        out
      </button>
    </div>
  );
}

function App() {
  const dispatch = useDispatch();
  const { user } = useSelector((state) => state.auth);
  return user ? (
    <Home />
  ) : (
    <button id="in" onClick={() => dispatch(login({ email: 'ann@example.com', password: 'pw' }))}>
      in
    </button>
  );
}

createRoot(document.getElementById('root')).render(
  <Provider store={store}>
    <App />
  </Provider>,
);
