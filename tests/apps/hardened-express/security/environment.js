/** A setting without which the server must not start. */
export function required(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
}

export const clientOrigin = required('CLIENT_ORIGIN');
export const accessSecret = required('ACCESS_SECRET');
export const refreshSecret = required('REFRESH_SECRET');
