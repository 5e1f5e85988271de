import { expect, test } from '@playwright/test';

test('shows the account', async ({ page }) => {
  await page.addInitScript(() => {
    // TODO(httponly): this puts a token where the page does not look any more. Have the test sign in through the API, so that the browser gets the cookie. See https://github.com/httponly/eslint-plugin-httponly/blob/main/docs/codemods/bearer-to-cookie.md
    localStorage.setItem('token', 'abc');
  });
  await page.goto('/account');
  await expect(page.getByRole('heading')).toHaveText('Account');
});
