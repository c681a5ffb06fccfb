import { expect, expectAccessible, test } from './app';

test('an own catalogue row is copied, changed, checked, found in the plan, and undone', async ({
  portolan,
}) => {
  const { page } = portolan;
  await expect(page.getByText('12 hosts', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Catalogue' }).click();
  const grid = page.getByRole('grid', { name: 'NIC models' });
  await expect(grid).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'In this plan' }).click();
  await page.getByRole('textbox', { name: 'Search in NIC models' }).fill('X710');
  await grid.getByRole('row', { name: /X710-DA2/ }).click();
  const detail = page.getByRole('region', { name: 'The row in full' });
  await expect(detail).toContainText('match this row');
  await expect(detail).toContainText('high');
  await expectAccessible(page);

  await detail.getByRole('button', { name: 'Copy as own row…' }).click();
  const form = page.getByRole('dialog', { name: 'Copy as own row' });
  await form.getByRole('textbox', { name: 'Id' }).fill('Our X710');
  await form.getByRole('button', { name: 'Save the row' }).click();
  await expect(form.getByText(/Id is “Our X710”: type small letters/).first()).toBeVisible();
  await expectAccessible(page);
  await form.getByRole('textbox', { name: 'Id' }).fill('our-x710');
  await form.getByRole('button', { name: 'Save the row' }).click();
  await expect(form).toBeHidden();

  await expect(page.getByText(/^Version .* \+ 1 own row$/)).toBeVisible();
  await expect(detail).toContainText('Own row of this plan');
  await expect(detail).toContainText('match this row');
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(page.getByText(/own row$/)).toBeHidden();
  await page.getByRole('tab', { name: 'Limits' }).click();
  await expect(page.getByText(/^These rows are fixed/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Add own row…' })).toBeHidden();
});
