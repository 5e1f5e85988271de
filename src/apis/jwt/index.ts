import { jsonwebtoken } from './jsonwebtoken.ts';
import type { JwtApi } from './jwt-api.ts';

export type { JwtApi, TokenSigning, TokenVerification } from './jwt-api.ts';

/** Every JWT library that rules and codemods know. A new one is a file beside these and a line here. */
export const jwtLibraries: readonly JwtApi[] = [jsonwebtoken];
