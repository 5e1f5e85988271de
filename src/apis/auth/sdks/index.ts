import { amplify } from './amplify.ts';
import type { AuthSdk } from './auth-sdk.ts';
import { auth0 } from './auth0.ts';
import { firebase } from './firebase.ts';
import { msal } from './msal.ts';
import { oidcClient } from './oidc-client.ts';
import { okta } from './okta.ts';
import { pocketbase } from './pocketbase.ts';
import { supabase } from './supabase.ts';

export type { AuthSdk, ReadableStorage, SdkStorage } from './auth-sdk.ts';

/**
 * Every sign-in library whose storage of tokens rules know. A new one is a file beside these and a line here.
 * keycloak-js keeps them in memory, and has no such setting.
 */
export const authSdks: readonly AuthSdk[] = [auth0, msal, okta, oidcClient, firebase, supabase, amplify, pocketbase];
