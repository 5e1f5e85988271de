export function Help() {
  const send = () => fetch('/api/help', { method: 'POST', headers: { Authorization: `Bearer ${localStorage.getItem('token')}` } });

  return (
    <article>
      <h1>Where is my token?</h1>
      <p>Open the console: localStorage.getItem('token'). Send Authorization: Bearer {'<token>'} with curl.</p>
      <button onClick={send}>Ask</button>
    </article>
  );
}
