import { useState } from 'react';
import { endSession, hasSession, useSession } from './session';

export function Banner() {
  const [isSignedIn] = useState(() => hasSession());
  const session = useSession();

  return (
    <header>
      {isSignedIn ? <a href="/account">Account</a> : <a href="/login">Sign in</a>}
      {session && <button onClick={() => endSession()}>Hide</button>}
    </header>
  );
}
