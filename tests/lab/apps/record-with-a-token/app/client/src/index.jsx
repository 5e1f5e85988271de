import React from 'react';
import { createRoot } from 'react-dom/client';
import Account from './account';
import Me from './me';
import { notes } from './notes';
import { signOutWhenOver } from './ends';

signOutWhenOver(Account.signOut);

class App extends React.Component {
  state = { count: 0 };
  componentDidMount() {
    if (Account.current()) notes().then(({ data }) => this.setState({ count: data.length }));
  }
  render() {
    return (
      <div>
        <Me />
        <p>notes {this.state.count}</p>
        <button id="in" onClick={() => Account.signIn('1234').then(() => window.location.reload())}>
          in
        </button>
        <button
          id="out"
          onClick={() => {
            Account.signOut();
            window.location.reload();
          }}
        >
          out
        </button>
      </div>
    );
  }
}

createRoot(document.getElementById('root')).render(<App />);
