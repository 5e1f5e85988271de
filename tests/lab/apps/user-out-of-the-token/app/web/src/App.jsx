import { useState } from "react";
import { signIn, signOut } from "./api";
import { who } from "./who";

export default function App() {
  const [user, setUser] = useState(() => who());

  const submit = async (form) => {
    await signIn(form.email, form.password);
    setUser(who());
  };

  const leave = () => {
    signOut();
    setUser(null);
  };

  return user ? (
    <p>
      {user.name}, {user.roles.join(" and ")} <button onClick={leave}>out</button>
    </p>
  ) : (
    <button onClick={() => submit({ email: "Ann", password: "pw" })}>in</button>
  );
}
