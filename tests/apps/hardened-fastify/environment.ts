function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
}

export const clientOrigin = required('CLIENT_ORIGIN');
export const sessionSecret = required('SESSION_SECRET');
