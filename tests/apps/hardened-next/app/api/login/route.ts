import bcrypt from 'bcrypt';
import { NextResponse } from 'next/server';
import { currentSession } from '../../../lib/session';
import { findByEmail, mayTry } from '../../../lib/store';

export async function POST(request: Request) {
  if (!(await mayTry(request.headers.get('x-forwarded-for') ?? ''))) return NextResponse.json({ error: 'Too many tries' }, { status: 429 });
  const { email, password } = await request.json();
  const user = await findByEmail(email);
  if (!user || !(await bcrypt.compare(password, user.passwordHash))) return NextResponse.json({ error: 'Wrong email or password' }, { status: 401 });
  const session = await currentSession();
  session.userId = user.id;
  session.name = user.name;
  await session.save();
  return NextResponse.json({ user: { id: user.id, name: user.name } });
}

export async function DELETE() {
  (await currentSession()).destroy();
  return new Response(null, { status: 204 });
}
