import { STORAGE_KEYS } from '../constants/storage';
import type { Task } from '../types';
import { ensureOk } from '../utils/errors';
import { API_URL } from './api';

export async function getTasks(listId: string): Promise<Task[]> {
  const token = localStorage.getItem(STORAGE_KEYS.AUTH_TOKEN);
  const response = await fetch(`${API_URL}/api/lists/${listId}/tasks`, {
    headers: {
      Authorization: token ? `Bearer ${token}` : '',
    },
  });
  await ensureOk(response);
  return response.json();
}

export async function createTask(listId: string, title: string): Promise<Task> {
  const token = localStorage.getItem(STORAGE_KEYS.AUTH_TOKEN);
  const response = await fetch(`${API_URL}/api/lists/${listId}/tasks`, {
    method: 'POST',
    headers: {
      'Authorization': token ? `Bearer ${token}` : '',
      'Content-Type': 'application/json',
    },
    body: JSON.stringify({ title }),
  });
  await ensureOk(response);
  return response.json();
}

export async function setTaskDone(id: string, done: boolean): Promise<Task> {
  const token = localStorage.getItem(STORAGE_KEYS.AUTH_TOKEN);
  const response = await fetch(`${API_URL}/api/tasks/${id}`, {
    method: 'PATCH',
    headers: {
      'Authorization': token ? `Bearer ${token}` : '',
      'Content-Type': 'application/json',
    },
    body: JSON.stringify({ done }),
  });
  await ensureOk(response);
  return response.json();
}

export async function deleteTask(id: string) {
  const token = localStorage.getItem(STORAGE_KEYS.AUTH_TOKEN);
  const response = await fetch(`${API_URL}/api/tasks/${id}`, {
    method: 'DELETE',
    headers: { Authorization: token ? `Bearer ${token}` : '' },
  });
  await ensureOk(response);
}
