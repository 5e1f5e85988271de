import type { Route } from '../app/route.ts';
import { importPath } from '../codemods/facts.ts';
import { csrfCheckModule } from '../templates/csrf-check.ts';
import { csrfTokenModule } from '../templates/csrf-token.ts';
import type { ModuleForm } from '../templates/module.ts';
import { requireEnvModule } from '../templates/require-env.ts';
import { sessionCookieModule } from '../templates/session-cookie.ts';
import { testSessionModule } from '../templates/test-session.ts';
import { besideSignIn, refreshCookiePath } from './endpoints.ts';
import type { PortableExpression } from './expressions.ts';
import type { Survey } from './migration-facts.ts';
import { formBeside } from './packages.ts';
import type { SurveyedServer } from './server-survey.ts';

/** A generated module of the server. */
export interface GeneratedText {
  readonly path: string;
  readonly text: string;
  /** What it is for, for the plan. */
  readonly because: string;
}

/** What the modules are written from, beside the survey. */
export interface ServerModuleInputs {
  /** The names that changed files import of a module. */
  readonly names: (filePath: string) => ReadonlySet<string>;
  readonly app: string;
  readonly form: ModuleForm;
}

/** The modules that the server's changed files import. */
export function serverModules(survey: Survey, inputs: ServerModuleInputs): GeneratedText[] {
  const { server, facts } = survey;
  const { names, form } = inputs;
  if (!server) return [];
  const modules: GeneratedText[] = [];
  const asked = (filePath: string): boolean => names(filePath).size > 0;
  const { sessionCookie, csrfCheck, csrfToken, requireEnv, testSession } = facts.server;
  const asksForToken = asked(csrfToken.path);
  const sent = asksForToken && facts.server.takesBearer ? sentBy(names(sessionCookie.path)) : [];
  const uses = new Set([...names(sessionCookie.path), ...(asksForToken ? ['sessionClaims', ...sent] : [])]);
  if (uses.size > 0)
    modules.push({ path: sessionCookie.path, text: cookieText(survey, server, inputs, uses), because: "the session's cookie" });
  const handshakes = uses.has('handshakeToken');
  if (asked(csrfCheck.path) || handshakes)
    modules.push({
      path: csrfCheck.path,
      text: checkText(survey, server, inputs, handshakes),
      because: 'the check of where requests come from',
    });
  if (asked(csrfToken.path))
    modules.push({ path: csrfToken.path, text: tokenText(survey, server, inputs), because: 'the token that pages send along' });
  if (asked(requireEnv.path))
    modules.push({
      path: requireEnv.path,
      text: requireEnvModule(form, server.environment.imports),
      because: 'secrets from the environment',
    });
  if (asked(testSession.path))
    modules.push({ path: testSession.path, text: testText(survey, server, inputs), because: 'sessions in tests' });
  return modules;
}

/** An expression that the app has in the environment is a text, whatever the types of \`process.env\` say. */
function typed({ text, imports, declared = [] }: PortableExpression, form: ModuleForm): Required<PortableExpression> {
  return { declared, text: form.language === 'ts' ? text.replace(/^process\.env\.\w+(?=$|,)/, '$&!') : text, imports };
}

function secretOf(expression: PortableExpression | undefined, form: ModuleForm): Required<PortableExpression> {
  return typed(expression ?? { text: 'process.env.JWT_SECRET', imports: [] }, form);
}

function cookieText(
  { facts, client }: Survey,
  server: SurveyedServer,
  { app, form }: ServerModuleInputs,
  uses: ReadonlySet<string>,
): string {
  const { customHeader, takesBearer, sameSite } = facts.server;
  const verify = secretOf(server.verify, form);
  return sessionCookieModule({
    app,
    form,
    uses,
    takesBearer,
    sameSite,
    verifyArguments: verify.text,
    declared: verify.declared,
    imports: [...server.environment.imports, ...verify.imports],
    jwtNames: server.jwtNames,
    scheme: server.scheme,
    isSchemeOptional: server.takesBareToken,
    csrfCheck: importPath(facts.server.sessionCookie.path, facts.server.csrfCheck),
    ...(customHeader !== undefined && { customHeader }),
    ...(facts.client.renewsItself && server.ownRenewal !== undefined && { renewableFor: server.ownRenewal }),
    ...((server.refresh ?? uses.has('setRefreshCookie')) && { refresh: { path: refreshCookiePath(server, client?.base) } }),
  });
}

function checkText(
  { topology, facts }: Survey,
  { allowed, corsDecides, environment, scheme, takesBareToken }: SurveyedServer,
  { form, names }: ServerModuleInputs,
  handshakes: boolean,
): string {
  const { takesBearer, customHeader, csrfCheck } = facts.server;
  const isShared = names(csrfCheck.path).has('clientOrigins');
  return csrfCheckModule({
    ...(topology.developmentOrigin !== undefined && { developmentOrigin: topology.developmentOrigin }),
    isCrossOriginInProduction: topology.isCrossOriginInProduction,
    ...(allowed && {
      allowed: {
        expression: allowed.text,
        imports: allowed.imports,
        ...(allowed.whenSet !== undefined && { whenSet: allowed.whenSet }),
        isShared,
      },
    }),
    ...(corsDecides && { byCors: { isOriginShared: names(csrfCheck.path).has('clientOrigin') } }),
    ...(takesBearer && { sent: customHeader === undefined ? { scheme, isSchemeOptional: takesBareToken } : { header: customHeader } }),
    ...(handshakes && { handshakes: topology.devServer === undefined ? {} : { devServer: topology.devServer } }),
    environment: environment.imports,
    form,
  });
}

function tokenText({ facts }: Survey, server: SurveyedServer, { form, names }: ServerModuleInputs): string {
  const { takesBearer, sameSite, csrfToken, sessionCookie } = facts.server;
  const secret = secretOf(server.signing ?? server.verify, form);
  return csrfTokenModule({
    secret: secret.text,
    declared: secret.declared,
    imports: [...server.environment.imports, ...secret.imports],
    sameSite,
    sent: takesBearer ? sentBy(names(sessionCookie.path)) : [],
    pathsWithoutToken: [
      ...new Set([
        ...server.issuing.filter((route) => !needsSession(server, route)).map(({ path }) => path),
        ...(server.renewal ? [server.renewal.path] : []),
        ...(server.signOut ? [server.signOut.path] : server.signIn ? [besideSignIn(server.signIn, 'logout')] : []),
      ]),
    ],
    sessionCookie: importPath(csrfToken.path, sessionCookie),
    form,
  });
}

/** The functions that give what the app's guards take out of headers: a header that no guard reads says of nobody who it is. */
function sentBy(names: ReadonlySet<string>): ('sentToken' | 'headerToken')[] {
  if (!names.has('tokenOf')) return ['sentToken'];
  return names.has('authorizationOf') ? ['sentToken', 'headerToken'] : ['headerToken'];
}

/** `PUT /profile` hands out a token too, but to somebody who is signed in already. */
function needsSession(server: SurveyedServer, route: Route): boolean {
  return (
    server.signIn !== route &&
    !/log-?_?in|sign-?_?in|sign-?_?up|register|auth|refresh|renew|token|session|verify|reset|callback|google|github|oauth/i.test(
      route.ownPath ?? '',
    )
  );
}

function testText({ facts }: Survey, server: SurveyedServer, { app, names }: ServerModuleInputs): string {
  const { testSession } = facts.server;
  const user = server.files.find((file) => /supertest|chai-http/.test(file.text)) ?? server.app;
  return testSessionModule({
    app,
    uses: names(testSession.path),
    form: { ...formBeside(user), language: testSession.path.endsWith('.ts') ? 'ts' : 'js' },
  });
}
