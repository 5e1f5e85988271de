const prefix = 'crm';

export async function login(form) {
  const res = await fetch('/api/auth/login', { method: 'POST', body: JSON.stringify(form) });
  const { token } = await res.json();
  localStorage.setItem(`${prefix}_token`, token);
}

export async function loadLeads() {
  const res = await fetch('/api/leads', {
    headers: { 'Authorization': `Bearer ${localStorage.getItem(`${prefix}_token`)}`, 'Accept': 'application/json' },
  });
  return res.json();
}
