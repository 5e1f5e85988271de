import axios from "axios";
import { endSession, followSession } from "./session";

followSession(axios);

export async function login(form) {
  await axios.post("/api/login", form);
}

export function logout() {
  endSession();
}

export const load = () => axios.get("/api/tasks");
