import type { HttponlyRule } from '../lint/create-rule.ts';
import maxTokenLifetime from './max-token-lifetime.ts';
import noClientBearerToken from './no-client-bearer-token.ts';
import noHardcodedSecret from './no-hardcoded-secret.ts';
import noInMemoryTokenStore from './no-in-memory-token-store.ts';
import noIneffectiveCookieRemoval from './no-ineffective-cookie-removal.ts';
import noPermissiveCredentialedCors from './no-permissive-credentialed-cors.ts';
import noPlaintextPassword from './no-plaintext-password.ts';
import noScriptReadableTokenCookie from './no-script-readable-token-cookie.ts';
import noSensitiveJwtClaims from './no-sensitive-jwt-claims.ts';
import noSymmetricJwt from './no-symmetric-jwt.ts';
import noTokenFromUrl from './no-token-from-url.ts';
import noTokenInBrowserStorage from './no-token-in-browser-storage.ts';
import noTokenInClientSession from './no-token-in-client-session.ts';
import noTokenInLog from './no-token-in-log.ts';
import noTokenInMessage from './no-token-in-message.ts';
import noTokenInNativeStorage from './no-token-in-native-storage.ts';
import noTokenInPageProps from './no-token-in-page-props.ts';
import noTokenInPersistedState from './no-token-in-persisted-state.ts';
import noTokenInResponseBody from './no-token-in-response-body.ts';
import noTokenInUrl from './no-token-in-url.ts';
import noTokenOnGlobal from './no-token-on-global.ts';
import noUnfinishedMigration from './no-unfinished-migration.ts';
import noUnverifiedJwt from './no-unverified-jwt.ts';
import requireAuthRateLimit from './require-auth-rate-limit.ts';
import noUnsanitizedHtml from './no-unsanitized-html.ts';
import requireCookieAttributes from './require-cookie-attributes.ts';
import requireCookieParser from './require-cookie-parser.ts';
import requireCredentialedRequest from './require-credentialed-request.ts';
import requireCsrfProtection from './require-csrf-protection.ts';
import requireRefreshRotation from './require-refresh-rotation.ts';
import requireSecurityHeaders from './require-security-headers.ts';
import requireTrustProxy from './require-trust-proxy.ts';

/** Every rule, by its id. */
export const rules: Readonly<Record<string, HttponlyRule<never>>> = Object.fromEntries(
  [
    maxTokenLifetime,
    noClientBearerToken,
    noHardcodedSecret,
    noInMemoryTokenStore,
    noPermissiveCredentialedCors,
    noPlaintextPassword,
    noScriptReadableTokenCookie,
    noSensitiveJwtClaims,
    noSymmetricJwt,
    noTokenInBrowserStorage,
    noTokenInClientSession,
    noTokenInLog,
    noTokenInMessage,
    noTokenInNativeStorage,
    noTokenInPageProps,
    noTokenInPersistedState,
    noTokenInResponseBody,
    noTokenInUrl,
    noTokenOnGlobal,
    noUnfinishedMigration,
    noUnverifiedJwt,
    requireAuthRateLimit,
    noUnsanitizedHtml,
    requireCookieAttributes,
    requireCredentialedRequest,
    requireCsrfProtection,
    requireRefreshRotation,
    requireSecurityHeaders,
    noTokenFromUrl,
    noIneffectiveCookieRemoval,
    requireCookieParser,
    requireTrustProxy,
  ].map((rule) => [rule.definition.name, rule as unknown as HttponlyRule<never>]),
);
