import { authorize } from "./session-header";

var API = "http://localhost:5000/api";

export function login(form, done) {
  var request = new XMLHttpRequest();
  request.open("POST", API + "/auth/login");
  request.setRequestHeader("Content-Type", "application/json");
  request.onreadystatechange = function () {
    if (request.readyState !== XMLHttpRequest.DONE) return;
    if (request.status !== 200) return done(new Error("refused"));
    var answer = JSON.parse(request.responseText);
    sessionStorage.setItem("authToken", answer.token);
    done(null);
  };
  request.send(JSON.stringify(form));
}

export function orders(done) {
  var request = new XMLHttpRequest();
  request.open("GET", API + "/orders");
  authorize(request);
  request.responseType = "json";
  request.addEventListener("load", function () {
    done(request.status === 200 ? null : new Error("refused"), request.response);
  });
  request.send();
}

export function isSignedIn() {
  return sessionStorage.getItem("authToken") !== null;
}

export function logout() {
  sessionStorage.removeItem("authToken");
}
