import path from 'node:path';
import type { BackendCookieFacts } from '../codemods/facts.ts';
import { besideSignIn } from '../project/endpoints.ts';
import type { Project } from '../project/project.ts';
import type { SurveyedServer } from '../project/server-survey.ts';
import type { SessionOptions } from './client-session-plan.ts';
import { planClientSession } from './client-session-plan.ts';
import type { MigrationPlan } from './migration-plan.ts';
import type { Refusal } from './refusal.ts';

const WITHOUT = 'Without --cookie a route of the app adds the token to requests, and the backend stays as it is.';

/**
 * Plans how a backend in the same project sets its token as a cookie, which pages send to it themselves, in place of taking the
 * token out of the session that NextAuth gives them.
 *
 * @param backendPlan Plans the backend's half alone: it sets the cookie, and answers with the token as before, for the server that
 *   people sign in through.
 * @returns Nothing where no session has a token.
 */
export function planCookieSession(project: Project, options: SessionOptions, backendPlan: () => MigrationPlan): MigrationPlan | undefined {
  const without = planClientSession(project, options);
  if (!without?.session) return without;
  const backend = backendPlan();
  const { server } = backend.survey;
  const refusals = [
    ...backend.refusals,
    ...(server?.signIn ? [] : [refusal('no session route', 'server', `no backend was found here at which people sign in. ${WITHOUT}`)]),
    ...(without.session.routes.kind === 'pages' || !isOfAppFolder(without)
      ? [
          refusal(
            'session of another router',
            'client',
            `NextAuth's route is not in the app folder, so no cookie can be set where it signs in. ${WITHOUT}`,
          ),
        ]
      : []),
  ];
  if (refusals.length > 0 || !server?.signIn) return { ...without, ...NOTHING, refusals };
  const pages = planClientSession(project, options, factsOf(server));
  return pages && joined(pages, backend);
}

const NOTHING = { files: [], todos: [], left: [], effects: [], installs: [], environment: [] };

function refusal(reason: Refusal['reason'], side: Refusal['side'], text: string): Refusal {
  return { reason, side, places: [], text };
}

function isOfAppFolder({ session }: MigrationPlan): boolean {
  return session?.authRoute !== undefined && /[/\\]route\.[cm]?[jt]sx?$/.test(session.authRoute.path);
}

/** Where the backend sets its cookies, and clears them. */
function factsOf({ signIn, renewal, signOut }: SurveyedServer): Omit<BackendCookieFacts, 'module'> {
  // A route of the app's own may ask for more than a cookie, which the server that signs people in does not have.
  const signOutPath = signOut ? (signOut.handlers.length === 1 ? signOut.path : undefined) : besideSignIn(signIn!, 'logout');
  return {
    signInPath: signIn!.path,
    ...(renewal && { renewalPath: renewal.path }),
    ...(signOutPath !== undefined && { signOutPath }),
  };
}

/** Both halves, which have no file in common. */
function joined(pages: MigrationPlan, backend: MigrationPlan): MigrationPlan {
  if (pages.refusals.length > 0) return pages;
  const ofPages = new Set(pages.files.map((file) => file.path));
  const common = backend.files.find((file) => ofPages.has(file.path));
  if (common)
    return {
      ...pages,
      ...NOTHING,
      refusals: [
        refusal('unsound result', 'both', `${path.relative(pages.root, common.path)} is of the backend and of the pages. ${WITHOUT}`),
      ],
    };
  return {
    ...pages,
    survey: { ...backend.survey, facts: pages.survey.facts },
    files: [...pages.files, ...backend.files].toSorted((a, b) => a.path.localeCompare(b.path)),
    todos: [...pages.todos, ...backend.todos],
    left: [...pages.left, ...backend.left],
    effects: EFFECTS,
    installs: backend.installs,
    environment: [...backend.environment, ...ENVIRONMENT],
  };
}

const EFFECTS = [
  'Who is signed in has no cookie of the backend yet: they get it when they sign in anew, or when their token is renewed.',
  'Pages send the cookie to the backend: app and backend have to be on one site, as app.example.com and api.example.com.',
];

const ENVIRONMENT = [
  '# The domain of app and backend, for the server of the app, where they are on different hosts of one: example.com',
  'BACKEND_COOKIE_DOMAIN=',
];
