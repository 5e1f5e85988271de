import { isSignedIn, login, logout, orders } from "./api";

var root = document.getElementById("root");
var button = document.createElement("button");

function show() {
  if (!isSignedIn()) {
    root.innerText = "out";
    return;
  }
  orders(function (error, list) {
    root.innerText = error ? "out" : "in " + JSON.stringify(list);
  });
}

button.onclick = function () {
  if (isSignedIn()) {
    logout();
    show();
  } else {
    login({ email: "ann@example.com", password: "pw" }, show);
  }
};

document.body.append(button);
show();
