import { isAxiosError } from 'axios';

export async function ensureOk(response: Response) {
  if (response.ok) return;
  const body = await response.json().catch(() => null);
  throw new Error(body?.error ?? `Request failed (${response.status})`);
}

export function errorMessage(error: unknown) {
  if (isAxiosError(error) && error.response?.data?.error) {
    return String(error.response.data.error);
  }
  return error instanceof Error ? error.message : 'Something went wrong';
}
