export function Header({ onLeave }) {
  return (
    <header>
      <button
        onClick={() => {
          localStorage.removeItem('token');
          localStorage.removeItem('refreshToken');
          onLeave();
        }}
      >
        Log out
      </button>
    </header>
  );
}
