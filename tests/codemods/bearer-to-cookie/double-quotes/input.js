import axios from "axios";

export async function login(form) {
  const { data } = await axios.post("/api/login", form);
  localStorage.setItem("token", data.token);
}

export function logout() {
  localStorage.removeItem("token");
}

export const load = () => axios.get("/api/tasks", { headers: { Authorization: "Bearer " + localStorage.getItem("token") } });
