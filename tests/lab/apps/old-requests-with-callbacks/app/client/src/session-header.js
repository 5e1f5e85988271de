export function authorize(request) {
  request.setRequestHeader("Authorization", "Bearer " + sessionStorage.getItem("authToken"));
}
