const comment = async (params, credentials, text) => {
  const response = await fetch(`/api/posts/${params.id}/comments`, {
    method: 'PUT',
    headers: {
      'Content-Type': 'application/json',
      Authorization: 'Bearer ' + credentials.t,
    },
    body: JSON.stringify({ text }),
  });
  return response.json();
};

const remove = async (params, credentials) => {
  await fetch(`/api/posts/${params.id}`, { method: 'DELETE', headers: { Authorization: 'Bearer ' + credentials.t } });
  console.info(credentials.reason);
};

export async function answer(id, text) {
  const token = localStorage.getItem('token');
  await comment({ id }, { t: token }, text);
  await remove({ id }, { t: token, reason: 'answered' });
}
