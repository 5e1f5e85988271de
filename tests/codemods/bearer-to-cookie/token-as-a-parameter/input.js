const createGoal = async (goal, token) => {
  const response = await fetch('/api/goals', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
    body: JSON.stringify(goal),
  });
  return response.json();
};

const deleteGoal = async (token, id) => {
  await fetch(`/api/goals/${id}`, { method: 'DELETE', headers: { Authorization: `Bearer ${token}` } });
};

export async function replaceGoal(id, goal) {
  const token = localStorage.getItem('token');
  await deleteGoal(token, id);
  return createGoal(goal, token);
}
