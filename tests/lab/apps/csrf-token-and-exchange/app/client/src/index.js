import React, { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { signIn, signOut, addNote } from './http';

function App() {
  const [sent, setSent] = useState(0);
  return (
    <p>
      <button onClick={() => signIn('1234')}>in</button>
      <button onClick={() => addNote('hello').then(() => setSent(sent + 1))}>note</button>
      <a href="/" onClick={signOut}>
        out
      </a>
      <span>sent {sent}</span>
    </p>
  );
}

createRoot(document.getElementById('root')).render(<App />);
