export default function SignOut({ setToken, onDone }) {
  const logout = () => {
    localStorage.removeItem('token');
    setToken('');
    onDone();
  };
  return (
    <button id="out" onClick={logout}>
      out
    </button>
  );
}
