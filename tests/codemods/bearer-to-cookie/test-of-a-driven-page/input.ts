import { expect, test } from '@playwright/test';

test('shows the account', async ({ page }) => {
  await page.addInitScript(() => {
    localStorage.setItem('token', 'abc');
  });
  await page.goto('/account');
  await expect(page.getByRole('heading')).toHaveText('Account');
});
