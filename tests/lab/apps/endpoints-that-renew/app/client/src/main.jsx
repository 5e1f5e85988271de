import React, { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { configureStore } from '@reduxjs/toolkit';
import { Provider, useDispatch, useSelector } from 'react-redux';
import { apiSlice } from './apiSlice';
import { useAddNoteMutation, useGetNotesQuery, useLoginMutation, useSendLogoutMutation } from './authApiSlice';
import auth, { selectCurrentToken, setCredentials } from './authSlice';

const store = configureStore({
  reducer: { auth, [apiSlice.reducerPath]: apiSlice.reducer },
  middleware: (getDefaultMiddleware) => getDefaultMiddleware().concat(apiSlice.middleware),
});

function Notes() {
  const { data: notes = [] } = useGetNotesQuery();
  const [addNote, { data: added }] = useAddNoteMutation();
  const [sendLogout] = useSendLogoutMutation();
  return (
    <div>
      {notes.map((note) => (
        <p key={note.id}>
          note {note.id} of {note.owner}
        </p>
      ))}
      {added && <i>added {added.text}</i>}
      <button id="add" onClick={() => addNote({ text: 'milk' })}>
        add
      </button>
      <button id="out" onClick={() => sendLogout()}>
        out
      </button>
    </div>
  );
}

function Login() {
  const dispatch = useDispatch();
  const [login] = useLoginMutation();
  const [message, setMessage] = useState('');
  const enter = async (password) => {
    try {
      const { accessToken } = await login({ username: 'ann', password }).unwrap();
      dispatch(setCredentials({ accessToken }));
    } catch (err) {
      setMessage(err.status === 401 ? 'Unauthorized' : 'Login failed');
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
  const token = useSelector(selectCurrentToken);
  return token ? <Notes /> : <Login />;
}

createRoot(document.getElementById('root')).render(
  <Provider store={store}>
    <App />
  </Provider>,
);
