const API = "http://localhost:4000/api";

function claimsOf(token) {
  const payload = token.split(".")[1].replace(/-/g, "+").replace(/_/g, "/");
  return JSON.parse(decodeURIComponent(escape(window.atob(payload))));
}

class Accounts {
  constructor(storage) {
    this.storage = storage;
    this.member = this.restore();
  }

  restore() {
    const kept = this.storage.getItem("jwt");
    if (kept === null) return undefined;
    const claims = claimsOf(kept);
    if (claims.exp < Date.now() / 1000) return undefined;
    return { name: claims.name, isReader: claims.roles.includes("reader") };
  }

  login(email, password) {
    return fetch(API + "/auth/login", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ email, password }),
    })
      .then((response) => response.json())
      .then((answer) => {
        localStorage.setItem("jwt", answer.token);
        const { name, roles } = claimsOf(answer.token);
        this.member = { name, isReader: roles.includes("reader") };
        return this.member;
      });
  }

  books() {
    return fetch(API + "/books", { headers: { Authorization: "Bearer " + localStorage.getItem("jwt") } }).then((response) =>
      response.json(),
    );
  }

  logout() {
    localStorage.removeItem("jwt");
    this.member = undefined;
  }
}

export const accounts = new Accounts(localStorage);
