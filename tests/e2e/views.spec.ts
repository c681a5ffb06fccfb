import { expect, expectAccessible, launch, test } from './app';

const VIEWS = ['Estate', 'Matrix', 'Findings', 'Sources', 'Changes', 'Assumptions', 'Catalogue'];

test('every view is accessible in light and dark', async ({ portolan }) => {
  const { page } = portolan;
  await expect(page.getByText('12 hosts', { exact: true })).toBeVisible();
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    for (const view of VIEWS) {
      await page.getByRole('navigation').getByRole('button', { name: view }).click();
      await expect(page.getByRole('main').getByRole('heading').first()).toBeAttached();
      await expectAccessible(page, scheme === 'dark' ? ['color-contrast'] : undefined);
    }
  }
});

test('what was shown last is shown again, and a key leads to every part of the window', async ({
  portolan,
  userFolder,
}) => {
  const { page } = portolan;
  await expect(page.getByText('12 hosts', { exact: true })).toBeVisible();
  const current = page.locator('[aria-current="page"]');
  await page.keyboard.press('Control+7');
  await expect(current).toHaveText('Catalogue');
  await page.keyboard.press('Control+1');
  await expect(current).toHaveText('Estate');
  await page.keyboard.press('Control+f');
  await expect(page.getByRole('textbox', { name: /in a name or text/ })).toBeFocused();
  await page.getByRole('tab', { name: 'Adapters', exact: true }).click();
  const grid = page.getByRole('grid', { name: 'Adapters', exact: true });
  await grid.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('F6');
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await expect(inspector.locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(grid).toBeFocused();

  await page.keyboard.press('F1');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toContainText('Search or do');
  await expectAccessible(page);
  await page.keyboard.press('Control+2');
  await expect(current).toHaveText('Estate');
  await page.keyboard.press('Escape');
  await portolan.app.close();

  const again = await launch(userFolder);
  try {
    await again.page.getByRole('button', { name: /Look at the demonstration/ }).click();
    await expect(again.page.locator('[aria-current="page"]')).toHaveText('Estate');
    await expect(again.page.getByRole('tab', { name: 'Adapters', exact: true })).toHaveAttribute(
      'aria-selected',
      'true',
    );
  } finally {
    await again.app.close();
  }
});

test('the palette leads to a switch, a rule and an assumption', async ({ portolan }) => {
  const { page } = portolan;
  await expect(page.getByText('12 hosts', { exact: true })).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('hv03 vs-prod');
  await expect(page.getByRole('option', { name: /vs-prod.*Virtual switch on HV03/ })).toBeVisible();
  await page.keyboard.press('Enter');
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await expect(inspector).toContainText('Virtual switch on HV03');

  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('switch-iov-disabled');
  await page.getByRole('option').first().click();
  await expect(page.getByRole('dialog')).toContainText('switch-iov-disabled');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();

  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('which member of a SET team');
  await page
    .getByRole('option', { name: /member of a SET team/ })
    .first()
    .click();
  await expect(page.locator('[aria-current="page"]')).toHaveText('Assumptions');
  await expect(page.getByRole('radio', { checked: true }).first()).toBeVisible();
});
