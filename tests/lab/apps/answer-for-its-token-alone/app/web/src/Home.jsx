import { useEffect, useState } from "react";
import http from "./api";

export default function Home() {
  const [books, setBooks] = useState([]);

  useEffect(() => {
    http.get("/books").then((res) => setBooks(res.data));
  }, []);

  const leave = () => {
    localStorage.removeItem("token");
    window.location.href = "/";
  };

  return (
    <p>
      books {books.join(", ")} <button onClick={leave}>out</button>
    </p>
  );
}
