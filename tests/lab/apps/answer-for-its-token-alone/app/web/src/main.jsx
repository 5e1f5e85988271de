import { createRoot } from "react-dom/client";
import Home from "./Home.jsx";
import Login from "./Login.jsx";

createRoot(document.getElementById("app")).render(window.location.pathname === "/home" ? <Home /> : <Login />);
