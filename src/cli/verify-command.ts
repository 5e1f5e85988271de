import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { version } from '../../package.json' with { type: 'json' };
import { verificationPage } from '../report/verification-page.ts';
import { openBrowser } from '../verify/browser.ts';
import { checkedAddress } from '../verify/app-address.ts';
import type { Journey } from '../verify/journeys.ts';
import { fileJourney, formJourney, headedJourney } from '../verify/journeys.ts';
import type { User } from '../verify/sign-in.ts';
import type { Verification } from '../verify/verify.ts';
import { verdictOf, verify } from '../verify/verify.ts';
import { COMMON_HELP, COMMON_OPTIONS, folderOf, readArguments } from './arguments.ts';
import { paintFor } from './paint.ts';
import { printVerification } from './print-verification.ts';
import type { CommandContext, ExitCode } from './run.ts';

const VERIFY_OPTIONS = {
  ...COMMON_OPTIONS,
  user: { type: 'string' },
  password: { type: 'string' },
  'sign-in': { type: 'string' },
  journey: { type: 'string' },
  headed: { type: 'boolean', default: false },
  visit: { type: 'string', multiple: true },
  'sign-out': { type: 'string' },
  'no-sign-out': { type: 'boolean', default: false },
  forge: { type: 'boolean', default: false },
  remote: { type: 'boolean', default: false },
  browser: { type: 'string' },
  json: { type: 'boolean', default: false },
  report: { type: 'string' },
} as const;

const VERIFY_HELP = `Usage
  httponly verify URL [options]   sign in to the running app in a browser, and say what scripts can read

Nothing is sent but to the app at URL, and no token is printed. It needs playwright-core and an installed browser.

How somebody signs in, one of
  --user NAME --password WORD   by the form with a password; HTTPONLY_PASSWORD in the environment is a password too
  --journey FILE       by a module: export default async ({ page, url, user }) => …, and signOut({ page }) where it exports one
  --headed             by you, in a window

Options
  --sign-in PATH       where the form is, as /login
  --visit PATH         a page to go to when signed in; may be given again
  --sign-out SELECTOR  what to click to sign out, where no button or link says so
  --no-sign-out        stay signed in, and leave the checks of signing out
  --forge              post what the app posted from a page of another site too: this changes data if the app lets it
  --remote             the app is on another machine, and your own
  --browser PATH       the browser's program; Chromium, Chrome or Edge otherwise
  --json               what was found as JSON, for programs
  --report FILE        the same as a page, FILE.html
${COMMON_HELP}

Exit codes: 0 no script can read a token and nothing is weak, 1 something is, 2 errors, or nothing can be said.
`;

type Values = ReturnType<typeof readVerifyArguments>['values'];

function readVerifyArguments(args: readonly string[]) {
  return readArguments(args, { command: 'verify', options: VERIFY_OPTIONS, allowPositionals: true });
}

/** Looks at a running app in a browser. */
export async function verifyCommand(args: readonly string[], context: CommandContext): Promise<ExitCode> {
  const { values, positionals } = readVerifyArguments(args);
  const { out, isTerminal } = context;
  if (values.help) {
    out(VERIFY_HELP);
    return 0;
  }
  const root = folderOf(context.cwd, values.cwd);
  const [address, ...more] = positionals;
  if (address === undefined || more.length > 0)
    throw new Error('httponly verify takes the address of one running app: httponly verify http://localhost:5173');
  const url = checkedAddress(address, values.remote);
  const journey = await journeyOf(values, root, context);
  const browser = await openBrowser({ root, browser: values.browser, isHeaded: values.headed });
  let found: Verification;
  try {
    found = await verify(browser, {
      url,
      journey,
      pages: values.visit ?? [],
      signOut: values['no-sign-out'] ? false : values['sign-out'],
      forges: values.forge,
    });
  } finally {
    await browser.close();
  }
  if (values.report !== undefined) writeFileSync(path.resolve(root, values.report), verificationPage(found));
  out(
    values.json ? JSON.stringify({ version, ...found }, undefined, 2) : printVerification(found, paintFor(isTerminal, values['no-color'])),
  );
  return EXIT_CODES[verdictOf(found)];
}

/** @throws {Error} Where it is not said how somebody signs in, or said in several ways. */
async function journeyOf(values: Values, root: string, { canAsk }: CommandContext): Promise<Journey> {
  const user = userOf(values);
  const ways = [values.journey !== undefined, values.headed, values.journey === undefined && user !== undefined].filter(Boolean);
  if (ways.length !== 1) throw new Error('say in one way how somebody signs in: --user NAME --password WORD, --journey FILE, or --headed.');
  if (values.journey !== undefined) return await fileJourney(path.resolve(root, values.journey), user);
  if (user) return formJourney(user, values['sign-in']);
  if (!canAsk) throw new Error('--headed waits for somebody at a terminal, and here is none.');
  return headedJourney(ask);
}

function userOf({ user, password = process.env['HTTPONLY_PASSWORD'] }: Values): User | undefined {
  if (user === undefined) return undefined;
  if (password === undefined) throw new Error('--user needs --password, or HTTPONLY_PASSWORD in the environment.');
  return { name: user, password };
}

async function ask(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await new Promise((resolve) => {
      terminal.question(question, resolve);
    });
  } finally {
    terminal.close();
  }
}

const EXIT_CODES = { good: 0, bad: 1, unknown: 2 } as const;
