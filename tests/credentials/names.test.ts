import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { couldBeCredential, schemeOf } from '../../src/credentials/literals.ts';
import { matchesAny, namePattern } from '../../src/credentials/name-patterns.ts';
import type { NameReading } from '../../src/credentials/names.ts';
import { readCallName, readCookieName, readKeyName, readName } from '../../src/credentials/names.ts';
import {
  AUTH_QUALIFIERS,
  GIVING_VERBS,
  HEADS,
  HOLDERS,
  KEY_AFTER,
  NEUTRAL_AFTER,
  NEUTRAL_BEFORE,
  NOT_A_VALUE,
  OTHER_TRADE,
} from '../../src/credentials/vocabulary.ts';
import { splitWords } from '../../src/credentials/words.ts';

const list = (text: string): string[] => text.trim().split(/\s+/);

describe('splitWords', () => {
  it.each([
    ['accessToken', 'access token'],
    ['AccessToken', 'access token'],
    ['access_token', 'access token'],
    ['access-token', 'access token'],
    ['ACCESS_TOKEN', 'access token'],
    ['auth.token', 'auth token'],
    ['@app:accessToken', 'app access token'],
    ['persist/auth/jwt', 'persist auth jwt'],
    ['__Host-session', 'host session'],
    ['#refreshToken', 'refresh token'],
    ['idToken', 'id token'],
    ['IDToken', 'id token'],
    ['getJWT', 'get jwt'],
    ['JWTToken', 'jwt token'],
    ['userJWTs', 'user jwts'],
    ['accesstoken', 'access token'],
    ['x-authtoken', 'x auth token'],
    ['csrftoken', 'csrf token'],
    ['tokenizer', 'tokenizer'],
    ['oauth2Token', 'oauth2 token'],
    ['next-auth.session-token', 'nextauth session token'],
    ['', ''],
    ['___', ''],
    ['日本', ''],
  ])('%j', (name, words) => {
    expect(splitWords(name).join(' ')).toBe(words);
  });
});

describe('readName', () => {
  it.each(
    list(`accessToken access_token ACCESS_TOKEN access-token accesstoken app.access-token id_token idToken refreshToken refresh_token
    AUTH_TOKEN authToken authentication_token jwt JWT jwtToken jwt_token userJwt sessionToken session_token backendToken bearerToken
    loginToken userToken x-access-token X-Auth-Token ssoToken oauth_token firebaseToken storedAccessToken accessTokenValue
    @app/refreshToken tokenAccess accessToken2 next-auth.session-token next-app-auth-token startSessionToken githubAccessToken
    github_oauth_token`),
  )('%s is a credential', (name) => {
    expect(readName(name).verdict).toBe('credential');
  });

  it.each(
    list(`token TOKEN Token bearer app_token shopToken apiToken adminToken currentToken savedToken _token $token tokenValue
    tokenStr newToken Admin-Token X-Token token2 token_2 authHeader authorization authorizationHeader taskNext-token goPage:token
    my.deepScroll-token auth_refresh app_session_refresh AUTH_REFRESH`),
  )('%s is one in most places', (name) => {
    expect(readName(name).verdict).toBe('likely');
  });

  it.each(
    list(`user auth session login userInfo currentUser loggedInUser loggedUser authState authData tokens tokenData tokenPair
    jwtPayload userProfile credentials account persist:auth persist:root`),
  )('%s may hold one', (name) => {
    expect(readName(name).verdict).toBe('holder');
  });

  it.each(
    Object.entries({
      'an anti-forgery token': 'csrfToken csrf_token XSRF-TOKEN xsrfToken csrftoken X-CSRFToken antiForgeryToken',
      'a paging cursor': 'nextPageToken pageToken continuationToken cursorToken syncToken next-token next-page-token x-nextToken',
      'a design token': 'designTokens colorTokens themeToken semanticTokens',
      'a language token': 'maxTokens inputTokens outputTokens lexerToken parserToken endToken stopToken promptTokens numTokens totalTokens',
      'a crypto asset': 'nftToken erc20Token rewardToken poolToken',
      'a push address': 'fcmToken pushToken deviceToken expoPushToken apnsToken notification_token',
      'a one-time token':
        'resetToken inviteToken verificationToken confirmationToken emailToken passwordResetToken recaptchaToken magic_token previewToken',
      'a cancellation handle': 'cancelToken cancellationToken',
      'a card or payment token': 'cardToken stripeToken',
      'a key for a third party': 'githubToken slackToken mapboxToken openaiToken',
      'a chosen or made-up thing': 'selectedToken activeToken mockToken favoriteToken',
    }).flatMap(([trade, names]) => list(names).map((name) => [name, trade] as const)),
  )('%s is %s', (name, trade) => {
    expect(readName(name)).toMatchObject({ verdict: 'other', trade });
  });

  it.each(
    list(`tokenCount token_count tokenLength tokenAddress tokenSymbol tokenType token_type tokenExpiry token_expires_at
    accessTokenExpiresIn accessTokenExpiry jwtSecret JWT_SECRET tokenUrl tokenEndpoint tokenizer tokenizer-version tokenize
    hasToken isTokenValid setToken removeToken clearToken onToken decodedToken tokenSet_id tokenRefreshInterval
    author authorName authority authorId auth_banner_dismissed authBannerDismissed lastSessionTab session_count
    passwordHintSeen password theme keyboardLayout locale cart AUTO_SSO_ATTEMPTED code_verifier oidc_state nonce
    userFromToken payloadOfToken loginWithToken idFromJwt fromToken toToken
    cs_ed_code_42 apiKey userId username user_id authMode sessionId designSystem constructor __proto__ toString hasOwnProperty`),
  )('%s is another thing', (name) => {
    expect(readName(name).verdict).toBe('other');
  });

  it.each([
    ['refreshToken', 'refresh token'],
    ['session_token', 'session token'],
    ['jwt', 'access token'],
    ['authToken', 'access token'],
    ['id_token', 'ID token'],
    ['token', 'token'],
    ['jwt_refresh_token', 'refresh token'],
  ] as const)('%s is called %j', (name, kind) => {
    expect(readName(name).kind).toBe(kind);
  });

  it('takes a long text for a text', () => {
    expect(readName(`please put the access ${'very '.repeat(20)}token`).verdict).toBe('other');
  });

  it('lets the team add names, and take names away', () => {
    const settings = {
      credentialNames: [namePattern('spaceTicket'), namePattern('demoToken')],
      ignoreNames: [namePattern('shopToken'), namePattern('/^demo/')],
    };
    const verdict = (name: string): string => readName(name, settings).verdict;
    expect([verdict('SPACE_TICKET'), verdict('shop-token'), verdict('demoToken'), verdict('token'), verdict('ticket')]).toEqual([
      'credential',
      'other',
      'other',
      'likely',
      'other',
    ]);
  });
});

describe('readKeyName', () => {
  it.each([
    ['TOKEN_KEY', 'likely'],
    ['KEY_TOKEN', 'likely'],
    ['tokenName', 'likely'],
    ['AUTH_TOKEN', 'credential'],
    ['AUTH_TOKEN_KEY', 'credential'],
    ['ACCESS_TOKEN_COOKIE_NAME', 'credential'],
    ['JWT_STORAGE_KEY', 'credential'],
    ['refreshTokenKey', 'credential'],
    ['USER_KEY', 'holder'],
    ['AUTH_STORAGE', 'holder'],
    ['CSRF_TOKEN_KEY', 'other'],
    ['THEME_KEY', 'other'],
    ['key', 'other'],
    ['name', 'other'],
    ['STORAGE_KEY', 'other'],
    ['TOKEN_EXPIRY_KEY', 'other'],
    ['', 'other'],
  ])('%s: %s', (name, verdict) => {
    expect(readKeyName(name).verdict).toBe(verdict);
  });
});

describe('readCallName', () => {
  it.each([
    ['getToken', 'likely'],
    ['token', 'likely'],
    ['fetchToken', 'likely'],
    ['getAccessToken', 'credential'],
    ['generateAuthTokens', 'credential'],
    ['createJWT', 'credential'],
    ['jwtSign', 'credential'],
    ['signJwtToken', 'credential'],
    ['getAccessTokenSilently', 'credential'],
    ['getUser', 'holder'],
    ['useAuth', 'holder'],
    ['getCsrfToken', 'other'],
    ['getNextPageToken', 'other'],
    ['setToken', 'other'],
    ['removeToken', 'other'],
    ['hasToken', 'other'],
    ['isTokenExpired', 'other'],
    ['getTokenCount', 'other'],
    ['verifyToken', 'other'],
    ['getUserFromToken', 'other'],
    ['getTokenFromCookie', 'likely'],
    ['tokenize', 'other'],
    ['getAuthor', 'other'],
    ['get', 'other'],
  ])('%s(): %s', (name, verdict) => {
    expect(readCallName(name).verdict).toBe(verdict);
  });
});

describe('readCookieName', () => {
  it.each(
    list(
      'session SESSION sid ssid connect.sid JSESSIONID PHPSESSID __Host-session __Secure-app_session app_session auth session_id remember_me',
    ),
  )('%s is a session', (name) => {
    expect(readCookieName(name)).toMatchObject({ verdict: 'likely', kind: 'session token' });
  });

  it.each([
    ['token', 'likely'],
    ['access_token', 'credential'],
    ['__Host-refresh_token', 'credential'],
    ['next-auth.session-token', 'credential'],
  ])('%s: %s', (name, verdict) => {
    expect(readCookieName(name).verdict).toBe(verdict);
  });

  it.each(
    list(
      'theme locale NEXT_LOCALE csrftoken XSRF-TOKEN _csrf sidebar_state session_count lastSessionTab cookieConsent author inside auth_banner_dismissed',
    ),
  )('%s is another thing', (name) => {
    expect(readCookieName(name).verdict).toBe('other');
  });

  it('heeds ignoreNames', () => {
    const settings = { credentialNames: [], ignoreNames: [namePattern('session')] };
    expect(readCookieName('session', settings).verdict).toBe('other');
    expect(readCookieName('app_session', settings).verdict).toBe('likely');
  });
});

describe('couldBeCredential', () => {
  it.each([
    'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl',
    'Bearer eyJhbGciOiJIUzI1NiJ9.e30.x',
    '9f86d081884c7d659a2feaa0c55ad015',
    'xoxb-2048-abcdefghijklmnop',
  ])('%s could', (text) => {
    expect(couldBeCredential(text)).toBe(true);
  });

  it.each([
    '',
    ' ',
    '0',
    '1',
    'true',
    'false',
    'null',
    'yes',
    'dark',
    'Bearer',
    'autoLogin',
    'en-US',
    '2024-05-01',
    '2024-05-01T12:00:00.000Z',
    '12345678901234567890',
    'https://example.com/oauth/token',
    'a text of several words',
    'application/x-www-form-urlencoded',
    'apps/shop2/src/lib/vendor.3rdparty.txt',
  ])('%j could not', (text) => {
    expect(couldBeCredential(text)).toBe(false);
  });
});

describe('schemeOf', () => {
  it.each([
    ['Bearer ', 'bearer'],
    ['bearer ', 'bearer'],
    ['Token token=', 'token'],
    ['JWT ', 'jwt'],
    ['Basic ', 'basic'],
    ['AWS4-HMAC-SHA256 Credential=', 'aws4-hmac-sha256'],
    ['Bearer', undefined],
    ['', undefined],
    ['eyJhbGciOiJIUzI1NiJ9.e30.x', undefined],
  ])('%j: %s', (text, scheme) => {
    expect(schemeOf(text)).toBe(scheme);
  });
});

describe('namePattern and matchesAny', () => {
  it.each(['spaceTicket', 'SpaceTicket', 'space_ticket', 'SPACE_TICKET', 'space-ticket', 'space.ticket'])(
    'a name matches in any case: %s',
    (name) => {
      expect(matchesAny([namePattern('spaceTicket')], name)).toBe(true);
    },
  );

  it.each(['ticket', 'spaceTickets', 'mySpaceTicket', ''])('a name matches as a whole: %j', (name) => {
    expect(matchesAny([namePattern('spaceTicket')], name)).toBe(false);
  });

  it('reads an expression between slashes, with its flags', () => {
    expect(matchesAny([namePattern('/^sk_/')], 'sk_live')).toBe(true);
    expect(matchesAny([namePattern('/^sk_/')], 'SK_LIVE')).toBe(false);
    expect(matchesAny([namePattern('/^sk_/i')], 'SK_LIVE')).toBe(true);
  });

  it('gives the same answer each time, whatever the flags', () => {
    const patterns = [namePattern('/token/gy')];
    expect([1, 2, 3].map(() => matchesAny(patterns, 'token'))).toEqual([true, true, true]);
  });

  it('says what is no expression', () => {
    expect(() => namePattern('/(/')).toThrow(SyntaxError);
  });

  it('matches nothing without patterns', () => {
    expect(matchesAny([], 'token')).toBe(false);
  });
});

/** Words that readings turn on, and some that they do not. */
const WORDS = [
  HEADS,
  AUTH_QUALIFIERS,
  NEUTRAL_BEFORE,
  NEUTRAL_AFTER,
  NOT_A_VALUE,
  HOLDERS,
  KEY_AFTER,
  GIVING_VERBS,
  new Set(OTHER_TRADE.keys()),
  new Set(['banner', 'tab', 'hint', 'theme']),
]
  .flatMap((set) => [...set])
  .filter((word) => /^[a-z]{2,}$/.test(word));

const capital = (word: string): string => word[0]!.toUpperCase() + word.slice(1);
const STYLES: readonly ((words: readonly string[]) => string)[] = [
  (words) => words.map((word, i) => (i === 0 ? word : capital(word))).join(''),
  (words) => words.map(capital).join(''),
  (words) => words.join('_'),
  (words) => words.join('-'),
  (words) => words.join('.'),
  (words) => words.join('_').toUpperCase(),
  (words) => words.map(capital).join('-'),
  (words) => `@${words.join(':')}`,
];

const READERS: readonly ((name: string) => NameReading)[] = [readName, readKeyName, readCallName];

describe('any name', () => {
  it('is read alike in every style of case', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 5 }),
        fc.constantFrom(...STYLES),
        fc.constantFrom(...READERS),
        (words, style, reader) => {
          expect(reader(style(words))).toEqual(reader(words.join('_')));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('has a reading, and nothing throws', () => {
    const verdicts = new Set(['credential', 'likely', 'holder', 'other']);
    const texts = fc.oneof(
      fc.string({ maxLength: 100 }),
      fc.string({ unit: 'binary', maxLength: 100 }),
      fc.array(fc.constantFrom(...WORDS, '', ' ', '-', '2', 'T', 'JWTs', '🔑'), { maxLength: 8 }).map((words) => words.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        for (const reader of [...READERS, readCookieName]) expect(verdicts).toContain(reader(text).verdict);
        expect(couldBeCredential(text)).toBeTypeOf('boolean');
        expect(matchesAny([namePattern('spaceTicket')], text)).toBeTypeOf('boolean');
        expect(splitWords(text).every((word) => word === word.toLowerCase() && word !== '')).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('is compared by its words, so that a name matches its own pattern', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 }),
        fc.constantFrom(...STYLES),
        fc.constantFrom(...STYLES),
        (words, one, other) => {
          expect(matchesAny([namePattern(one(words))], other(words))).toBe(true);
        },
      ),
    );
  });
});
