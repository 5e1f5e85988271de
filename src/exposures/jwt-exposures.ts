import type { TokenRole } from '../credentials/roles.ts';
import type { ExposureBase } from './exposure-base.ts';

/** A token, or the cookie that holds one, lives for some time. */
export interface LifetimeExposure extends ExposureBase {
  readonly kind: 'token-lifetime';
  /** In seconds; Infinity for one that never expires. */
  readonly seconds: number;
  readonly role: TokenRole;
  readonly holder: 'token' | 'cookie';
  /** Who issues it, or the cookie's name, for people. */
  readonly call: string;
}

/** A server takes a token at its word. */
export interface UnverifiedExposure extends ExposureBase {
  readonly kind: 'unverified-jwt';
  readonly problem: 'decoded' | 'expiryIgnored' | 'noneAllowed' | 'noKey';
  readonly call: string;
  /** For a decoded one, what its claims decide, as a clause. */
  readonly use?: string;
}

/** A token carries what only the server should know: its payload is text for everybody. */
export interface ClaimExposure extends ExposureBase {
  readonly kind: 'sensitive-claim';
  readonly form: 'claim' | 'document';
  /** The claim's name, or the document's. */
  readonly name: string;
  readonly call: string;
}

/** Tokens are signed with a key that whoever verifies them can sign with. */
export interface AlgorithmExposure extends ExposureBase {
  readonly kind: 'symmetric-algorithm';
  readonly algorithm: string;
  readonly call: string;
}

/** Sessions, or what is known of revoked tokens, are kept in the memory of one process. */
export interface StoreExposure extends ExposureBase {
  readonly kind: 'memory-store';
  readonly form: 'collection' | 'attempts' | 'session' | 'rateLimit';
  readonly name: string;
}

/** A password is kept, compared or logged as it was typed. */
export interface PasswordExposure extends ExposureBase {
  readonly kind: 'plaintext-password';
  readonly problem: 'stored' | 'compared' | 'logged';
  readonly name: string;
}

/** What is known of tokens that the app issues and takes, and of what stands behind them. */
export type JwtExposure = LifetimeExposure | UnverifiedExposure | ClaimExposure | AlgorithmExposure | StoreExposure | PasswordExposure;
