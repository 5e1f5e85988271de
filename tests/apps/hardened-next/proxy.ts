import type { NextRequest } from 'next/server';
import { NextResponse } from 'next/server';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Refuses what another site sends, and gives each page a policy with a nonce of its own. */
export function proxy(request: NextRequest) {
  if (!SAFE_METHODS.has(request.method) && request.headers.get('sec-fetch-site') !== 'same-origin') return NextResponse.json({ error: 'This request comes from another site.' }, { status: 403 });
  const nonce = Buffer.from(crypto.randomUUID()).toString('base64');
  const policy = `default-src 'self'; script-src 'self' 'nonce-${nonce}' 'strict-dynamic'; frame-ancestors 'none'`;
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('Content-Security-Policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('Content-Security-Policy', policy);
  return response;
}
