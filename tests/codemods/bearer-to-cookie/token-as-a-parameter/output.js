import { apiFetch } from './session';

const createGoal = async (goal) => {
  const response = await apiFetch('/api/goals', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(goal),
  });
  return response.json();
};

const deleteGoal = async (id) => {
  await apiFetch(`/api/goals/${id}`, { method: 'DELETE' });
};

export async function replaceGoal(id, goal) {
  await deleteGoal(id);
  return createGoal(goal);
}
