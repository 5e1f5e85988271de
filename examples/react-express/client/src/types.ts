export interface User {
  id: string;
  name: string;
  email: string;
}

export interface AuthResponse {
  token: string;
  expires_at: number;
  user: User;
}

export interface TokenClaims {
  userId: string;
  email: string;
  name: string;
  exp: number;
}

export interface TaskList {
  id: string;
  name: string;
  ownerId: string;
  memberCount: number;
  openTasks: number;
  totalTasks: number;
}

export interface TaskListDetail extends TaskList {
  members: User[];
}

export interface Task {
  id: string;
  listId: string;
  title: string;
  done: boolean;
  dueAt: string | null;
  createdBy: string;
}
