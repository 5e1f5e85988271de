import { NextResponse } from 'next/server';
import { currentSession } from '../../../lib/session';
import { addNote } from '../../../lib/store';

export async function POST(request: Request) {
  const { userId } = await currentSession();
  if (!userId) return NextResponse.json({ error: 'Sign in first' }, { status: 401 });
  const { text } = await request.json();
  return NextResponse.json(await addNote(userId, String(text)), { status: 201 });
}
