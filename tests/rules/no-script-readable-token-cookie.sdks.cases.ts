import type { RuleCases } from '../support/rule-cases.ts';
import { reported } from '../support/storage-library.ts';

const kept = (name: string, marked: string): ReturnType<typeof reported> => reported(name, marked, 'sdk');

const provider = "import { cognitoUserPoolsTokenProvider } from 'aws-amplify/auth/cognito';\n";

export default {
  rule: 'no-script-readable-token-cookie',
  valid: [
    {
      name: "Amplify: a CookieStorage of one's own",
      code: `${provider}import { CookieStorage } from './cookie-storage';\ncognitoUserPoolsTokenProvider.setKeyValueStorage(new CookieStorage());`,
    },
    {
      name: "another library's cookieStorage",
      code: "import { createClient } from '@urql/core';\nexport const session = createClient({ Auth: { cookieStorage: { domain } } });",
    },
    {
      name: "Amplify: storages are another rule's",
      code: `${provider}import { defaultStorage } from 'aws-amplify/utils';\ncognitoUserPoolsTokenProvider.setKeyValueStorage(defaultStorage);`,
    },
    {
      name: 'Okta: memory',
      code: "import { OktaAuth } from '@okta/okta-auth-js';\nnew OktaAuth({ issuer, tokenManager: { storage: 'memory' }, cookies: { secure: true } });",
    },
  ],
  invalid: [
    kept(
      'Amplify: CookieStorage',
      `${provider}import { CookieStorage } from 'aws-amplify/utils';\ncognitoUserPoolsTokenProvider.setKeyValueStorage(▶new CookieStorage({ domain: 'example.com', secure: true }));`,
    ),
    kept(
      'Amplify: CookieStorage, renamed and in a variable',
      `${provider}import { CookieStorage as Cookies } from 'aws-amplify/utils';\nconst store = new Cookies();\ncognitoUserPoolsTokenProvider.setKeyValueStorage(▶store);`,
    ),
    kept(
      'Amplify 5: cookieStorage',
      "import { Amplify } from 'aws-amplify';\nAmplify.configure({ Auth: { userPoolId, ▶cookieStorage: { domain: 'example.com', secure: true } } });",
    ),
    kept(
      'Amplify 5: Auth.configure',
      "import { Auth } from '@aws-amplify/auth';\nconst cookieStorage = { domain };\nAuth.configure({ userPoolId, ▶cookieStorage });",
    ),
    kept(
      'Cognito below Amplify',
      "import { CognitoUserPool, CookieStorage } from 'amazon-cognito-identity-js';\nexport const pool = new CognitoUserPool({ UserPoolId, ClientId, ▶Storage: new CookieStorage({ domain }) });",
    ),
    kept(
      'Okta: cookies',
      "import { OktaAuth } from '@okta/okta-auth-js';\nnew OktaAuth({ issuer, clientId, tokenManager: { ▶storage: 'cookie' } });",
    ),
  ],
} satisfies RuleCases;
