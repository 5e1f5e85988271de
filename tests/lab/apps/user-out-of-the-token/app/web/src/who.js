import { jwtDecode } from "jwt-decode";

export function who() {
  const token = localStorage.getItem("token");
  if (!token) {
    return null;
  }
  try {
    const { name, roles } = jwtDecode(token);
    return { name, roles };
  } catch {
    localStorage.removeItem("token");
    return null;
  }
}
