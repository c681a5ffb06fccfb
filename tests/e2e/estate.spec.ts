import { expect, expectAccessible, test } from './app';

test('the estate is sorted, filtered and edited in place; verdicts follow, undo takes it back', async ({
  portolan,
}) => {
  const { page } = portolan;
  await expect(page.getByText('12 hosts', { exact: true })).toBeVisible();
  const view = (name: string) => page.getByRole('navigation').getByRole('button', { name });
  await view('Estate').click();
  const hosts = page.getByRole('grid', { name: 'Hosts' });
  await expect(hosts.getByRole('rowheader')).toHaveCount(12);

  await hosts.getByRole('columnheader', { name: 'VMs', exact: true }).click();
  await expect(hosts.getByRole('columnheader', { name: 'VMs', exact: true })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );
  await expect(hosts.getByRole('rowheader').first()).toHaveText(/HV14|LAB-HV1/);
  await page.getByRole('textbox', { name: /in a name or text/ }).fill('PROD-B');
  await expect(hosts.getByRole('rowheader')).toHaveCount(4);
  await expectAccessible(page);

  await page.getByRole('tab', { name: 'Switches' }).click();
  const switches = page.getByRole('grid', { name: 'Switches' });
  await page.getByRole('textbox', { name: /in a name or text/ }).fill('HV02');
  await expect(switches.getByRole('rowheader')).toHaveCount(2);
  const row = switches.getByRole('row', { name: /vs-prod/ });
  await row.getByRole('rowheader').click();
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await expect(inspector).toContainText('Connected virtual adapters');

  // By keyboard alone: to the property, open the choices, pick one.
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('F2');
  await page.getByRole('menuitem', { name: 'no', exact: true }).click();
  await expect(row.getByRole('gridcell').nth(2)).toHaveText('no');
  await expect(row.getByLabel('edited')).toBeAttached();

  // Back to what was imported, then to not known, and that taken back as well.
  await page.keyboard.press('Delete');
  await expect(row.getByRole('gridcell').nth(2)).toHaveText('unknown');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(row.getByRole('gridcell').nth(2)).toHaveText('no');

  const cell = async () => {
    await view('Matrix').click();
    await page.getByRole('textbox', { name: /in their name/ }).fill('k8s-node-1');
    const grid = page.getByRole('grid', { name: 'Where each VM can move' });
    return grid
      .getByRole('row', { name: /^k8s-node-1\./ })
      .getByRole('gridcell')
      .nth(1);
  };
  await expect(await cell()).toHaveText(/Falls back/);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(await cell()).toHaveText(/Keeps/);
  await view('Estate').click();
  await expect(row.getByRole('gridcell').nth(2)).toHaveText('yes');
});
