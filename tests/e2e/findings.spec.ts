import { expect, expectAccessible, test } from './app';

test('a cause is opened, set aside with a note, told in the matrix, and taken back by undo', async ({
  portolan,
}) => {
  const { page } = portolan;
  await expect(page.getByText('12 hosts', { exact: true })).toBeVisible();
  await page.getByRole('navigation').getByRole('button', { name: 'Findings' }).click();
  const main = page.getByRole('main');
  await expect(main.getByRole('tab', { name: /^Causes \(\d+\)/ })).toBeVisible();
  await expect(main.getByRole('status')).toContainText('were judged');

  // By keyboard: to the second cause and back, open, close, open again.
  const rows = main.locator('[data-cause]');
  const name = 'I/O virtualization is off in the firmware of HV03';
  await main.getByRole('textbox', { name: /Show only causes/ }).fill('firmware of HV03');
  const row = main.getByRole('button', { name: new RegExp(name) });
  await expect(row).toBeVisible();
  await rows.first().focus();
  await page.keyboard.press('Enter');
  await expect(rows.first()).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('Escape');
  await expect(rows.first()).toHaveAttribute('aria-expanded', 'false');
  await row.click();
  await expect(main).toContainText('Fix:');
  await expect(main).toContainText('After the fix');
  await expectAccessible(page);

  await main.getByRole('button', { name: 'Set aside…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Set aside' });
  await dialog.getByRole('textbox', { name: 'Why' }).fill('Firmware update booked for May.');
  await dialog.getByRole('button', { name: 'Set aside' }).click();
  await expect(dialog).toBeHidden();
  await main.getByRole('tab', { name: /^Set aside \([1-9]/ }).click();
  await expect(main).toContainText('Firmware update booked for May.');

  // The verdict in the matrix follows, and the inspector still shows the reason with its note.
  await page.getByRole('navigation').getByRole('button', { name: 'Matrix' }).click();
  await page.getByRole('textbox', { name: /in their name/ }).fill('k8s-node-1');
  const cell = page
    .getByRole('grid', { name: 'Where each VM can move' })
    .getByRole('row', { name: /^k8s-node-1\./ })
    .getByRole('gridcell')
    .nth(2);
  await expect(cell).not.toHaveText(/Falls back/);
  await expect(cell).toHaveText(/with reasons set aside/);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(cell).toHaveText(/Falls back, to VMDq/);
});
