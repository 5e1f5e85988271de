const API = "http://localhost:4000/api";

export async function signIn(email, password) {
  const response = await fetch(`${API}/auth/login`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ email, password }),
  });
  const data = await response.json();
  localStorage.setItem("token", data.token);
  return data.name;
}

function headers() {
  return { "Content-Type": "application/json", Authorization: `Bearer ${localStorage.getItem("token")}` };
}

export const addBook = (book) =>
  fetch(`${API}/books`, { method: "POST", headers: headers(), body: JSON.stringify(book) }).then((response) => response.json());

export async function books() {
  const response = await fetch(`${API}/books`, { headers: { Authorization: `Bearer ${localStorage.getItem("token")}` } });
  return response.json();
}

export function signOut() {
  localStorage.removeItem("token");
}
