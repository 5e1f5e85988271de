import { endSession } from './session';

export function Header({ onLeave }) {
  return (
    <header>
      <button
        onClick={() => {
          endSession();
          onLeave();
        }}
      >
        Log out
      </button>
    </header>
  );
}
