import type { Locator, Page } from 'playwright-core';

/** Who signs in. */
export interface User {
  readonly name: string;
  readonly password: string;
}

/** What a button or a link says by which people sign in or out, in the languages that most apps speak. */
const SIGN_IN = new RegExp(
  String.raw`^\s*(?:(?:log|sign)[ -]?in\b|anmelden|einloggen|connexion|se connecter|iniciar sesi[oó]n|entrar|accedi|` +
    'войти|登录|登入|ログイン|로그인)',
  'i',
);
const SIGN_OUT = new RegExp(
  String.raw`\b(?:(?:log|sign)[ -]?(?:out|off)|abmelden|ausloggen|(?:se )?d[ée]connexion|se d[ée]connecter|cerrar sesi[oó]n|salir|` +
    String.raw`sair|esci)\b|выйти|退出|登出|注销|ログアウト|로그아웃`,
  'i',
);
/** Where a menu may hide behind: an avatar, the user's name. */
const MENUS = '[aria-haspopup], [aria-expanded="false"], button:has(img), button[class*="avatar" i], button[class*="menu" i], summary';
const MOST_MENUS = 4;

/** Milliseconds that a page has to show something. */
const PATIENCE = 10_000;

/**
 * Signs in by the form that has a password in it: on this page, or behind what the page calls sign-in.
 *
 * @throws {Error} Where there is no such form, and where the page still shows it afterwards.
 */
export async function signIn(page: Page, { name, password }: User): Promise<void> {
  const field = await passwordField(page);
  const form = page.locator('form').filter({ has: field }).first();
  const around = (await form.count()) > 0 ? form : page.locator('body');
  const names = around.locator(
    'input:not([type=hidden]):not([type=password]):not([type=checkbox]):not([type=radio]):not([type=submit]):visible',
  );
  if ((await names.count()) > 0) await names.first().fill(name);
  await field.fill(password);
  await submit(around, field);
  try {
    await field.waitFor({ state: 'hidden', timeout: PATIENCE });
  } catch (error) {
    throw new Error(`the form for signing in is still there at ${page.url()}: are name and password right?`, { cause: error });
  }
  await quiet(page);
}

async function passwordField(page: Page): Promise<Locator> {
  const field = page.locator('input[type=password]:visible').first();
  const shows = async (timeout: number): Promise<boolean> =>
    await field.waitFor({ timeout }).then(
      () => true,
      () => false,
    );
  if (await shows(3000)) return field;
  const links = page.getByRole('link', { name: SIGN_IN }).or(page.getByRole('button', { name: SIGN_IN }));
  if ((await links.count()) > 0) {
    await links.first().click();
    if (await shows(PATIENCE)) return field;
  }
  throw new Error(
    `${page.url()} shows no form with a password. --sign-in PATH says where it is; --journey FILE signs in in any other way.`,
  );
}

async function submit(form: Locator, field: Locator): Promise<void> {
  const buttons = form.locator('button[type=submit]:visible, input[type=submit]:visible');
  const named = form.getByRole('button', { name: SIGN_IN });
  if ((await buttons.count()) > 0) await buttons.first().click();
  else if ((await named.count()) > 0) await named.last().click();
  else await field.press('Enter');
}

/**
 * Signs out by what the page calls so, be it behind a menu.
 *
 * @param selector What to click instead, in Playwright's words.
 * @returns Whether there was anything to click.
 */
export async function signOut(page: Page, selector: string | undefined): Promise<boolean> {
  if (selector !== undefined) {
    await page.locator(selector).first().click({ timeout: PATIENCE });
    await quiet(page);
    return true;
  }
  if (await clickSignOut(page)) return true;
  const menus = page.locator(MENUS);
  for (let index = 0; index < Math.min(await menus.count(), MOST_MENUS); index++) {
    await menus
      .nth(index)
      .click({ timeout: 2000 })
      .catch(() => undefined);
    if (await clickSignOut(page)) return true;
  }
  return false;
}

async function clickSignOut(page: Page): Promise<boolean> {
  for (const role of ['button', 'link', 'menuitem'] as const) {
    const one = page.getByRole(role, { name: SIGN_OUT });
    if ((await one.count()) === 0) continue;
    await one.first().click({ timeout: PATIENCE });
    await quiet(page);
    return true;
  }
  const text = page.getByText(SIGN_OUT);
  if ((await text.count()) !== 1) return false;
  await text.click({ timeout: PATIENCE });
  await quiet(page);
  return true;
}

/** Waits until the page has nothing more to ask for; one that never stops asking is waited for in vain. */
export async function quiet(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle', { timeout: 5000 }).catch(() => undefined);
}
