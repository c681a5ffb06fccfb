import { expect, expectAccessible, launch, test } from './app';

test('a kept state is compared with, gone back to, and still there after a restart', async ({
  portolan,
  userFolder,
}) => {
  const { page } = portolan;
  const rail = page.getByRole('navigation', { name: 'Views' });
  await expect(page.getByText('12 hosts', { exact: true })).toBeVisible();

  // A snapshot, by the shortcut's command in the palette.
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('snapshot');
  await page.getByRole('option', { name: /Keep a snapshot/ }).click();
  await page.getByRole('textbox', { name: 'Name of the snapshot' }).fill('Before the update');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Snapshot “Before the update” kept.')).toBeVisible();

  // An edit of a fact that verdicts hang on.
  await page.evaluate(async () => {
    const { portolan: bridge } = window as unknown as {
      portolan: { call: (name: string, request: object) => Promise<{ value: never }> };
    };
    const { value } = await bridge.call('estate.index', {});
    const { hosts } = value as { hosts: { id: string; name: string }[] };
    const id = hosts.find(({ name }) => name === 'HV11')?.id ?? '';
    const edit = { kind: 'host', id, field: 'iovSupport', text: 'no' };
    await bridge.call('estate.edit', edit);
  });

  await rail.getByRole('button', { name: 'Changes' }).click();
  const snapshots = page.getByRole('list', { name: 'Snapshots' });
  await snapshots.getByRole('button', { name: 'Compare with now' }).click();
  await expect(page.getByText(/^1 fact changed; \d+ verdicts? /)).toBeVisible();
  const verdicts = page.getByRole('table', { name: 'Verdicts that are different' });
  await expect(verdicts.getByRole('row').nth(1)).toBeVisible();
  await page.getByRole('tab', { name: 'Facts 1' }).click();
  const facts = page.getByRole('table', { name: 'Facts that are different' });
  await expect(facts.getByRole('row', { name: /HV11.*yes.*no/ })).toBeVisible();
  await expectAccessible(page);

  // A row selects for the whole app.
  await facts.getByRole('button', { name: 'Host HV11' }).click();
  await expect(page.getByRole('complementary').getByText('HV11').first()).toBeVisible();

  // Back to the snapshot: nothing is different; undo brings the edit back.
  await snapshots.getByRole('button', { name: 'Go back' }).click();
  await page.getByRole('button', { name: /compare again/ }).click();
  await expect(page.getByText('Nothing changed', { exact: true })).toBeVisible();
  await page.getByRole('banner').getByRole('button', { name: /^Undo/ }).click();
  await page.getByRole('button', { name: /compare again/ }).click();
  await expect(page.getByText(/^1 fact changed; /)).toBeVisible();

  // The history jumps over several edits at once.
  await page.getByRole('tab', { name: 'History' }).click();
  const history = page.getByRole('list', { name: 'History' });
  await expect(history.getByRole('button', { name: /undone/ })).toHaveCount(1);
  await history.getByRole('button', { name: /^Snapshot “Before the update”/ }).click();
  await expect(history.getByRole('button', { name: /undone/ })).toHaveCount(2);
  await history
    .getByRole('button', { name: /undone/ })
    .nth(1)
    .click();
  await expect(history.getByRole('button', { name: /undone/ })).toHaveCount(1);

  await portolan.app.close();
  const again = await launch(userFolder);
  try {
    await again.page.getByRole('button', { name: /Look at the demonstration/ }).click();
    await again.page
      .getByRole('navigation', { name: 'Views' })
      .getByRole('button', { name: 'Changes' })
      .click();
    await expect(again.page.getByText('Before the update').first()).toBeVisible();
    await again.page.getByRole('button', { name: 'Compare with now' }).click();
    await expect(again.page.getByText(/^1 fact changed; /)).toBeVisible();
  } finally {
    await again.app.close();
  }
});
