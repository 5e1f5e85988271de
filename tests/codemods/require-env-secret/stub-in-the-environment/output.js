const env = process.env;

// TODO(httponly): set JWT_SECRET where the server runs, and not in its code: whoever can read the code knows it. See https://github.com/httponly/eslint-plugin-httponly/blob/main/docs/codemods/require-env-secret.md
env.JWT_SECRET ||= 'only-to-list-the-routes';
// TODO(httponly): set SESSION_SECRET where the server runs, and not in its code: whoever can read the code knows it. See https://github.com/httponly/eslint-plugin-httponly/blob/main/docs/codemods/require-env-secret.md
process.env.SESSION_SECRET = process.env.SESSION_SECRET ?? 'only-to-list-the-routes';
