import type { TaskList, TaskListDetail, User } from '../types';
import { api } from './api';

export async function getLists() {
  const { data } = await api.get<TaskList[]>('/api/lists');
  return data;
}

export async function getList(id: string) {
  const { data } = await api.get<TaskListDetail>(`/api/lists/${id}`);
  return data;
}

export async function createList(name: string) {
  const { data } = await api.post<TaskList>('/api/lists', { name });
  return data;
}

export async function addMember(listId: string, email: string) {
  const { data } = await api.post<User>(`/api/lists/${listId}/members`, {
    email,
  });
  return data;
}
