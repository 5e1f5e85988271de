/**
 * The words by which a name is judged. A credential's name has a head (`token`, `jwt`); the words before it say whose
 * token it is, the words after it say whether the name is still about the token itself.
 *
 * The lists of other trades come from false alarms that other linters raised on real code: LLM and lexer tokens,
 * design tokens, paging, CSRF, wallets, push services, one-time links.
 */

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** Nouns that are the credential. */
export const HEADS = words('token tokens jwt jwts bearer');

/** Words before a head that make it a session's credential beyond doubt: `accessToken`, `id_token`, `userToken`. */
export const AUTH_QUALIFIERS = words(`access auth authentication authorization authorisation authorized authenticated backend bearer
  identity id jwt login logged oauth oauth2 oidc refresh session signin sso user firebase keycloak cognito okta auth0 supabase msal
  clerk sanctum passport nextauth authjs`);

/** Words before a head that say nothing: whose copy it is, where it lies. */
export const NEUTRAL_BEFORE = words(`a an the my our this its x app application api current new old latest last prev previous existing
  stored saved cached cookie cookies local storage raw plain encoded encrypted decrypted signed header server client admin customer
  member account response res result resp received incoming main default test request req fresh private public web jar header headers
  body param query persisted in`);

/** Words that make what stands before them the thing, and the token after them only its source or means: `userFromToken`. */
export const PREPOSITIONS = words('from of by with for to via using');

/** Words after a head that leave it a credential; any other word there (`tokenCount`, `jwtSecret`) makes it another thing. */
export const NEUTRAL_AFTER = words(`value val str string raw ref cookie header local storage from in of for res response req request
  body user admin auth access bearer jwt token session login client server new old 1 2`);

/** Words after a head that make it an object around the credential: `tokenData`, `tokensInfo`. */
export const HOLDER_AFTER = words('data info pair set object obj response result bundle credentials details state store payload');

/** Words that a constant's name adds to the name of the key that it holds: `TOKEN_KEY`, `AUTH_TOKEN_COOKIE_NAME`. */
export const KEY_AFTER = words('key keys name names storage cookie local ls item field const constant header property prop param id');

/** Words that make a name a question or an action when they come first: `hasToken`, `setToken`, `onToken`. */
export const NOT_A_VALUE = words(`is has had have should can could did does will was are show hide need needs allow allows enable enabled
  disable disabled valid invalid missing no not without require requires required set remove delete clear decode decoded parsed validate
  check handle on before after update store save revoke revoked blacklist blacklisted invalidate expired expire expires loading fetching
  refreshing refreshed verifying inject with attach add send wait init unset purge destroy protect protected authenticate`);

/** Verbs with which a function gives a credential back: `getToken()`, `generateAccessToken(user)`. */
export const GIVING_VERBS =
  words(`get fetch load read retrieve obtain generate gen create issue sign make build new produce grab acquire use
  select extract ensure provide return request find resolve encode compute give renew mint`);

/** The same, and those who do it, after the noun: `jwtSign(user)`, `tokenGenerator()`. */
export const GIVING_AFTER = words(
  'sign generate create issue make gen get generator creator builder factory maker provider async silently sync optional',
);

/** Names of objects that may hold a credential among other things: only their value can tell. */
export const HOLDERS =
  words(`user users auth authentication session login account profile credentials credential identity logged me userinfo
  currentuser authuser loggeduser persist store state root data info customer admin employee student member oauth keycloak signin
  security principal`);

/** Words of another trade, with the trade as it is told to people who ask why a name is quiet. */
const TRADES: Readonly<Record<string, string>> = {
  'an anti-forgery token': 'csrf xsrf antiforgery forgery nonce',
  'a paging cursor': 'page paging pagination next continuation cursor offset scroll skip sync delta',
  'a design token': `design style styles css color colour theme spacing font typography shadow radius size semantic component alias
    figma brand`,
  'a language token': `lex lexer lexical parse parser syntax grammar keyword operator punctuation punctuator identifier literal comment
    whitespace newline eof eol closing opening open close start end begin left right prism highlight code markdown math template bracket
    brace paren quote ast node chunk macro terminal tokenizer pos peek lookahead first second third head tail split stop special mask pad
    bos unk sep cls vocab bpe subword word input output prompt completion reasoning usage total max min num number count n avg average
    budget limit per estimated remaining used consumed thinking llm`,
  'a crypto asset': `address symbol erc20 erc721 nft lp pool swap mint contract base gas native chain wallet reward staking stake stable
    wrapped payment fee asset price governance collateral deposit borrow`,
  'a push address': 'push fcm device apns expo notification notifications registration messaging',
  'a one-time token': `reset recover recovery verify verification verified email mail confirm confirmation confirmed invite invitation
    activation activate unsubscribe magic otp mfa totp challenge onetime captcha recaptcha turnstile hcaptcha password passwordless
    temporary temp pending exchange transfer download share preview embed setup enroll`,
  'a cancellation handle': 'cancel cancellation abort',
  'a card or payment token': 'card stripe paypal braintree checkout plaid billing',
  'a key for a third party': `cloudflared github gitlab bitbucket openai anthropic huggingface hf replicate mapbox slack discord telegram
    notion linear
    jira sentry npm cloudflare vercel netlify digitalocean aws gcp twilio sendgrid bot webhook cesium maptiler tmdb deepl circleci hubspot
    airtable gotify pushover matrix ntfy homeassistant plex integration personal pat deploy registry proxmox`,
  'a chosen or made-up thing': `selected active hovered focused highlighted target dragged source dest destination placeholder dummy mock
    fake sample example favorite favourite pinned board piece`,
};

/** Word to trade. */
export const OTHER_TRADE: ReadonlyMap<string, string> = new Map(
  Object.entries(TRADES).flatMap(([trade, list]) => [...words(list)].map((word) => [word, trade] as const)),
);

/** Trades whose words also stand in the names of credentials, as an app's or a moment's: they give way to what says whose token it is. */
export const YIELDING_TRADES: ReadonlySet<string> = new Set(['a paging cursor', 'a language token']);

/** Trades whose words name an app's own things as well (`x_board_token`): under such a key the value decides. */
export const TRADES_OF_THINGS: ReadonlySet<string> = new Set([
  'a paging cursor',
  'a design token',
  'a language token',
  'a crypto asset',
  'a chosen or made-up thing',
]);

/** Third parties with whom people sign in: their access token is a person's, not a key that somebody made for a program. */
export const IDENTITY_PROVIDERS = words('github gitlab bitbucket discord slack');

/** Words by which a third party's token is one that OAuth gave. */
export const OAUTH_QUALIFIERS = words('access oauth oauth2 refresh id login signin sso session');
