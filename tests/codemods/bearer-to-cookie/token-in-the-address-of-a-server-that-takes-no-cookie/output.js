export function news() {
  // TODO(httponly): this still needs the token (it becomes part of a text), which scripts cannot read any more. See https://github.com/httponly/eslint-plugin-httponly/blob/main/docs/codemods/bearer-to-cookie.md
  return new EventSource(`/api/news?token=${localStorage.getItem('token')}`);
}
