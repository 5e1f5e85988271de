import { useState } from "react";
import http from "./api";

export default function Login() {
  const [email, setEmail] = useState("");

  const submit = async (event) => {
    event.preventDefault();
    const res = await http.post("/auth/login", { email });
    localStorage.setItem("token", res.data.token);
    window.location.href = "/home";
  };

  return (
    <form onSubmit={submit}>
      <input value={email} onChange={(event) => setEmail(event.target.value)} />
      <button>in</button>
    </form>
  );
}
