import path from 'node:path';
import { jwtLibraries } from '../apis/jwt/index.ts';
import { expressAppsOf, tokenReadsOf } from '../apis/server/express-app.ts';
import { bodyReadsOf } from '../apis/server/request-body.ts';
import { isRefreshTokenName } from '../credentials/names.ts';
import { ownFunctions } from '../app/handlers.ts';
import type { Route } from '../app/route.ts';
import { serverRoutesOf } from '../app/server-routes.ts';
import { secretVariable } from '../codemods/require-env-secret.ts';
import { isForOthers, sessionSecretsOf } from '../codemods/server-session/session-tokens.ts';
import { usesRequire } from '../edits/imports.ts';
import { bodyExposures } from '../exposures/response-bodies.ts';
import { isBareToken } from '../exposures/bare-headers.ts';
import { keysOf, verificationsOf } from '../exposures/jwt-calls.ts';
import { secretExposures } from '../exposures/secrets.ts';
import { sessionActionsOf } from '../exposures/session-actions.ts';
import { sessionRoutesOf, signInAmong } from '../exposures/session-routes.ts';
import { cookieExposures } from '../exposures/server-cookies.ts';
import { lifetimeExposures } from '../exposures/token-lifetimes.ts';
import { signingsOf } from '../exposures/token-sources.ts';
import type { BodyExposure } from '../exposures/index.ts';
import { resolveValue } from '../flow/resolve.ts';
import type { Node } from '../syntax/nodes.ts';
import { bare, contains, memberName, propertyName } from '../syntax/nodes.ts';
import { manifestOf } from '../syntax/package-manifest.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { nodesOf, textOf } from '../syntax/source-file.ts';
import { isTestFile } from '../syntax/test-files.ts';
import type { EnvironmentLoading } from './environment.ts';
import { environmentLoading } from './environment.ts';
import type { AllowedOrigins } from './cors-survey.ts';
import { corsOf } from './cors-survey.ts';
import type { PortableExpression } from './expressions.ts';
import { portable, portableWithFunctions } from './expressions.ts';

/** The server's half of an app. */
export interface SurveyedServer {
  readonly files: readonly SourceFile[];
  /** The file that creates the Express app. */
  readonly app: SourceFile;
  /** The folder for generated modules: beside the middleware that checks tokens, else beside the app. */
  readonly home: string;
  readonly signIn: Route | undefined;
  readonly issuing: readonly Route[];
  /** Every route at which sessions begin or are renewed, for checks that cannot apply there. */
  readonly renewal: Route | undefined;
  /** The app's own route for signing out. */
  readonly signOut: Route | undefined;
  readonly refresh: { readonly rotates: boolean } | undefined;
  /** How long sessions can be renewed by a cookie of the app's own, in seconds; undefined where the app has none. */
  readonly ownRenewal: number | undefined;
  readonly verify: PortableExpression | undefined;
  /** The secret that signs tokens. */
  readonly signing: PortableExpression | undefined;
  readonly scheme: string;
  /** Whether the app takes tokens out of the Authorization header that stand there without a scheme. */
  readonly takesBareToken: boolean;
  /** How the app imports jsonwebtoken. */
  readonly jwtNames: string;
  /** The origins that the app's own CORS settings name. */
  readonly allowed: AllowedOrigins | undefined;
  /** Whether CORS chooses among origins by code that no other module can repeat. */
  readonly corsDecides: boolean;
  readonly environment: EnvironmentLoading;
  /** Whether there are sessions at all. */
  readonly hasSessions: boolean;
}

/** Surveys the server's half: its app, its sign-in route, how it verifies tokens. */
export function surveyServer(files: readonly SourceFile[], root: string, signInPath?: string): SurveyedServer | undefined {
  const written = files.filter((file) => !isTestFile(file.path, root));
  const sessions = sessionRoutesOf(serverRoutesOf(written));
  const verified = sessionSecretsOf(written);
  const issuing = sessions.issuing.filter((route) => sessionActionsOf(route).issues === 'body' && !isForOthers(route, verified));
  const apps = written.filter((file) => expressAppsOf(file).length > 0);
  const app =
    apps.find((file) => issuing.some((route) => manifestOf(route.file.path)?.directory === manifestOf(file.path)?.directory)) ?? apps[0];
  if (!app) return undefined;
  const { renewal, signOut } = sessions;
  const found = sessions.signIn && issuing.includes(sessions.signIn) ? sessions.signIn : signInAmong(issuing);
  const signIn = signInPath === undefined ? found : signInAt(signInPath, serverRoutesOf(written), issuing);
  const home = modulesHome(written, app);
  const target = path.join(home, 'session-cookie.js');
  const secrets = secretsOf(written, target);
  return {
    files,
    app,
    home,
    signIn,
    issuing,
    renewal,
    ...secrets,
    signOut,
    refresh: refreshOf(written, renewal),
    ownRenewal: renewal && ownRenewalOf(written),
    scheme: schemeOf(written),
    takesBareToken: written.some((file) => tokenReadsOf(file).some((read) => isBareToken(file, read))),
    jwtNames: jwtNames(written),
    ...corsOf(written, target),
    environment: environmentLoading(written, app, usesRequire(app), target),
    hasSessions:
      issuing.length > 0 ||
      written.some((file) => tokenReadsOf(file).length > 0 || /passport-jwt|express-jwt/.test(file.text) || bodyExposures(file).length > 0),
  };
}

/**
 * The sign-in that the user names; none where its route answers with no token, as after a migration.
 *
 * @throws {Error} Where the server has no such route.
 */
function signInAt(path: string, routes: readonly Route[], issuing: readonly Route[]): Route | undefined {
  if (routes.some((route) => route.path === path)) return issuing.find((route) => route.path === path);
  const known = issuing.map((route) => route.path).join(', ');
  throw new Error(`--sign-in ${path}: the server has no such route.${known === '' ? '' : ` Those that answer with a token: ${known}.`}`);
}

/** Whether answers carry refresh tokens, and whether a renewal's answer carries a new one. */
function refreshOf(files: readonly SourceFile[], renewal: Route | undefined): SurveyedServer['refresh'] {
  const carried = files.flatMap((file) =>
    bodyExposures(file)
      .filter((one) => isRefreshTokenName(keyOf(one) ?? ''))
      .map((exposure) => ({ file, exposure })),
  );
  const reads = files.some((file) => bodyReadsOf(file).some(({ name }) => isRefreshTokenName(name)));
  if (carried.length === 0 && !reads) return undefined;
  const handlers = renewal?.handlers.flatMap((handler) => ownFunctions(handler)) ?? [];
  return {
    rotates: carried.some(({ file, exposure }) =>
      handlers.some((handler) => handler.file === file && contains(handler.node, exposure.node)),
    ),
  };
}

/** How long the refresh token lives that the app keeps in a cookie of its own, or the cookie. */
function ownRenewalOf(files: readonly SourceFile[]): number | undefined {
  const isKept = files.some((file) =>
    cookieExposures(file).some(({ name, cookie }) => isRefreshTokenName(name) || isRefreshToken(cookie.value)),
  );
  const lives = files.flatMap((file) =>
    lifetimeExposures(file).filter(({ role, seconds }) => role === 'refresh' && Number.isFinite(seconds)),
  );
  const ofCookies = lives.filter(({ holder }) => holder === 'cookie');
  const longest = Math.max(...(ofCookies.length > 0 ? ofCookies : lives).map(({ seconds }) => seconds));
  return isKept && lives.length > 0 ? longest : undefined;
}

/** Whether a value is called a refresh token: that of `res.cookie('jwt', refreshToken)`. */
function isRefreshToken(value: Node | undefined): boolean {
  const inner = value && bare(value);
  const name = inner?.type === 'MemberExpression' ? memberName(inner) : inner?.type === 'Identifier' ? inner.name : undefined;
  return name !== undefined && isRefreshTokenName(name);
}

/** The name under which an answer carries a token. */
export function keyOf({ node }: BodyExposure): string | undefined {
  if (node.type === 'Property') return propertyName(node);
  return node.type === 'AssignmentExpression' && node.left.type === 'MemberExpression' && node.left.property.type === 'Identifier'
    ? node.left.property.name
    : undefined;
}

/** Generated server modules stand beside the middleware that checks tokens, else beside the app. */
function modulesHome(files: readonly SourceFile[], app: SourceFile): string {
  const readers = files.filter(
    (file) => tokenReadsOf(file).length > 0 && manifestOf(file.path)?.directory === manifestOf(app.path)?.directory,
  );
  const middleware = readers.find((file) => /middleware/i.test(file.path)) ?? readers[0];
  return path.dirname((middleware ?? app).path);
}

/** The library by which generated modules sign and check. */
const ownLibrary = jwtLibraries.find(({ isOfOwnModules }) => isOfOwnModules);

/** The secrets with which the app verifies and signs its tokens, to be repeated in generated modules. */
function secretsOf(
  files: readonly SourceFile[],
  target: string,
): { verify: PortableExpression | undefined; signing: PortableExpression | undefined } {
  // Secrets and options of other libraries may be of another form.
  const verifications = files.flatMap((file) =>
    verificationsOf(file).flatMap(({ api, secret, options }) => (api === ownLibrary ? [{ file, secret, options }] : [])),
  );
  // Refresh tokens may have a secret of their own; the middleware's is the session's.
  const isOfRefresh = ({ file, secret }: { file: SourceFile; secret: Node | undefined }): boolean =>
    secret !== undefined && /refresh/i.test(textOf(file, secret));
  const ordered = verifications.toSorted(
    (a, b) =>
      Number(isOfRefresh(a)) - Number(isOfRefresh(b)) || Number(tokenReadsOf(b.file).length > 0) - Number(tokenReadsOf(a.file).length > 0),
  );
  const signings = files.flatMap((file) =>
    [...signingsOf(file).values()].flatMap(({ api, secret }) => (api === ownLibrary ? [{ file, secret }] : [])),
  );
  const signing = signings
    .toSorted((a, b) => Number(isOfRefresh(a)) - Number(isOfRefresh(b)))
    .map(({ file, secret }) => secret && portableSecret(file, secret, target))
    .find((one) => one !== undefined);
  for (const { file, secret, options } of ordered) {
    const first = secret && portableSecret(file, secret, target);
    const second = options && portable(file, options, target, true);
    if (first && (!options || second))
      return {
        signing,
        verify: {
          text: second ? `${first.text}, ${second.text}` : first.text,
          imports: [...first.imports, ...(second?.imports ?? [])],
          ...(first.declared && { declared: first.declared }),
        },
      };
  }
  return { signing, verify: librarySecret(files, target) ?? signing };
}

/** The secret of what checks tokens by the library of the generated modules: express-jwt, passport-jwt. */
function librarySecret(files: readonly SourceFile[], target: string): PortableExpression | undefined {
  for (const file of files) {
    for (const { api, secret } of keysOf(file)) {
      const found = api.checksBy === ownLibrary?.id ? portableSecret(secret.file, secret.node, target) : undefined;
      if (found) return found;
    }
  }
  return undefined;
}

/** The names of generated modules that verify tokens. */
const OWN_NAMES: ReadonlySet<string> = new Set(
  `jwt attributes isProduction endOf userOf sessionToken sentToken headerToken authorizationOf tokenOf requestToken handshakeToken
  sessionClaims describeSession exchangeToken answerProgram endSession clearSessionCookie setSessionCookie setRefreshCookie derived csrfKey
  requireCsrfToken isByCookie sendCsrfToken isRenewable refreshTokenOf renewals`.split(/\s+/),
);

/** A secret as another module can name it. One that is written in the code goes into the environment, and is taken from there. */
function portableSecret(file: SourceFile, secret: Node, target: string): PortableExpression | undefined {
  const value = resolveValue({ file, node: secret });
  const exposed =
    value.file === file
      ? secretExposures(file).find(({ node, literal }) => literal === value.node || node === value.node || node === secret)
      : undefined;
  if (exposed) return { text: `process.env.${secretVariable(exposed)}`, imports: [] };
  return portableWithFunctions(file, secret, target, OWN_NAMES);
}

function schemeOf(files: readonly SourceFile[]): string {
  const readers = files.filter((file) => tokenReadsOf(file).some(({ header }) => header === 'authorization'));
  return readers.some((file) => /['"`]Token ?['"`]/.test(file.text)) ? 'Token' : 'Bearer';
}

/** TypeScript without esModuleInterop imports CommonJS packages as namespaces. */
function jwtNames(files: readonly SourceFile[]): string {
  const imports = files
    .flatMap((file) => nodesOf(file, 'ImportDeclaration'))
    .filter(({ source }) => source.value === ownLibrary?.id)
    .flatMap(({ specifiers }) => specifiers);
  return imports.length > 0 && imports.every(({ type }) => type === 'ImportNamespaceSpecifier') ? '* as jwt' : 'jwt';
}
