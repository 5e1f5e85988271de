import { apiFetch } from './session';

const comment = async (params, text) => {
  const response = await apiFetch(`/api/posts/${params.id}/comments`, {
    method: 'PUT',
    headers: {
      'Content-Type': 'application/json',
    },
    body: JSON.stringify({ text }),
  });
  return response.json();
};

const remove = async (params, credentials) => {
  await apiFetch(`/api/posts/${params.id}`, { method: 'DELETE' });
  console.info(credentials.reason);
};

export async function answer(id, text) {
  await comment({ id }, text);
  await remove({ id }, { reason: 'answered' });
}
