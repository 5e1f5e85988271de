const API_URL = process.env.NEXT_PUBLIC_API_URL ?? 'http://localhost:4005';

export interface Lesson {
  id: string;
  student: string;
  at: string;
}

function headersFor(backendToken: string) {
  return {
    'Content-Type': 'application/json',
    Authorization: `Bearer ${backendToken}`,
  };
}

export async function fetchLessons(backendToken: string): Promise<Lesson[]> {
  const response = await fetch(`${API_URL}/lessons`, { headers: headersFor(backendToken) });
  if (!response.ok) throw new Error(`The API answers ${response.status}`);
  return response.json();
}

export async function bookLesson(
  backendToken: string,
  lesson: Omit<Lesson, 'id'>,
): Promise<Lesson> {
  const response = await fetch(`${API_URL}/lessons`, {
    method: 'POST',
    headers: headersFor(backendToken),
    body: JSON.stringify(lesson),
  });
  if (!response.ok) throw new Error(`The API answers ${response.status}`);
  return response.json();
}
