import { expect, launch, test } from './app';

test('the first start shows the demonstration estate, judged, and explains a cell', async ({
  portolan,
}) => {
  const { page } = portolan;
  await expect(page.getByText('12 hosts', { exact: true })).toBeVisible();
  const grid = page.getByRole('grid', { name: 'Where each VM can move' });
  const row = grid.getByRole('row', { name: /^k8s-node-1\./ });
  await expect(row.getByRole('gridcell').nth(2)).toHaveText(/Falls back, to VMDq/);

  // By keyboard alone: to the cell, into the inspector.
  await page.getByRole('textbox', { name: /in their name/ }).fill('k8s-node-1');
  await expect(grid.getByRole('row')).toHaveCount(5);
  await grid.focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await expect(inspector).toContainText('HV03 gives k8s-node-1 a VM queue instead of a VF');
  await expect(inspector).toContainText('I/O virtualization');
  await expect(inspector).toContainText('documented');
});

test('an assumption changes verdicts, undo takes it back, and both survive a restart', async ({
  userFolder,
}) => {
  const first = await launch(userFolder);
  await first.page.getByRole('navigation').getByRole('button', { name: 'Assumptions' }).click();
  const choice = first.page.getByRole('radio', { name: /The VF is withdrawn/ });
  await choice.check();
  await expect(choice).toBeChecked();
  await first.app.close();

  const second = await launch(userFolder);
  const { page } = second;
  await page
    .getByRole('button', { name: 'Look at the demonstration' })
    .or(page.getByRole('navigation'))
    .first()
    .waitFor();
  const demonstration = page.getByRole('button', { name: 'Look at the demonstration' });
  if (await demonstration.isVisible()) await demonstration.click();
  await page.getByRole('navigation').getByRole('button', { name: 'Assumptions' }).click();
  const again = page.getByRole('radio', { name: /The VF is withdrawn/ });
  await expect(again).toBeChecked();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(again).not.toBeChecked();
  expect([...first.messages, ...second.messages]).toEqual([]);
  await second.app.close();
});
