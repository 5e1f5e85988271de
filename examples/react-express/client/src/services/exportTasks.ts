import { ensureOk } from '../utils/errors';
import { API_URL } from './api';
import { authHeader } from './authHeader';

export async function downloadTasks() {
  const response = await fetch(`${API_URL}/api/export`, {
    headers: { Accept: 'text/csv', ...authHeader() },
  });
  await ensureOk(response);

  const url = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = url;
  link.download = 'tidepool-tasks.csv';
  link.click();
  URL.revokeObjectURL(url);
}
