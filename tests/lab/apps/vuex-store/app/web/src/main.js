import store from "./store";

const button = (id, onClick) => Object.assign(document.body.appendChild(document.createElement("button")), { id, textContent: id, onclick: onClick });
const text = document.body.appendChild(document.createElement("p"));
let added = 0;

const show = () => {
  const { name, books } = store.state;
  text.textContent = name ? `${name} has ${books.length} books${added ? `, ${added} added` : ""}` : "nobody";
};

store.subscribe(show);
button("in", async () => {
  await store.dispatch("signIn", { email: "Ann", password: "pw" });
  await store.dispatch("loadBooks");
});
button("add", async () => {
  await store.dispatch("addBook", { title: "x" });
  added += 1;
  show();
});
button("out", () => store.commit("signedOut"));

store.dispatch("restore");
if (store.state.name) store.dispatch("loadBooks");
