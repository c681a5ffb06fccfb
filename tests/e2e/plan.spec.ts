import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication } from 'playwright/test';
import { expect, launch, test } from './app';

/** Answers the next dialogs the way a user would; everything behind them is real. */
async function answerDialogs(
  app: ElectronApplication,
  answers: { open?: string[]; save?: string },
) {
  await app.evaluate(({ dialog }, { open, save }) => {
    dialog.showOpenDialog = (async () => ({ canceled: !open, filePaths: open ?? [] })) as never;
    dialog.showSaveDialog = (async () => ({ canceled: !save, filePath: save ?? '' })) as never;
  }, answers);
}

const inventory = {
  portolanInventory: 1,
  hosts: ['A', 'B'].map((name) => ({
    name,
    os: 'Windows Server 2019',
    cluster: 'PROD',
    iovSupport: true,
    processor: 'Intel(R) Xeon(R) Gold 6248R CPU @ 3.00GHz',
    adapters: [{ name: 'NIC1', model: 'Intel X710' }],
    switches: [{ name: 'vs', adapters: ['NIC1'], iovEnabled: name === 'A' }],
  })),
  vms: [
    {
      name: '<img src=x onerror=alert(1)>',
      host: 'A',
      guestOs: 'Windows Server 2019',
      vnics: [{ switchName: 'vs', iovWeight: 100 }],
    },
  ],
};

test('a new plan takes files, lists what is wrong with them, and is there again after a restart', async ({
  portolan,
  userFolder,
}) => {
  const { page, app } = portolan;
  const plan = join(userFolder, 'Refresh.portolan');
  const good = join(userFolder, 'estate.json');
  const cut = join(userFolder, 'HV09.Get-VM.json');
  writeFileSync(good, JSON.stringify(inventory));
  writeFileSync(cut, '[{"Name": "web-01", "State": 2}, {"Name": "web-02", "Sta');

  await expect(page.getByText('12 hosts', { exact: true })).toBeVisible();
  await answerDialogs(app, { save: plan, open: [good, cut] });
  await page.keyboard.press('Control+k');
  await page.getByRole('option', { name: /New plan/ }).click();
  await expect(page.getByText('Refresh', { exact: true }).first()).toBeVisible();
  await page.getByRole('banner').getByRole('button', { name: 'Import…' }).click();
  await expect(page.getByText(/2 files/).first()).toBeVisible();
  await page.getByRole('navigation').getByRole('button', { name: 'Matrix' }).click();
  const grid = page.getByRole('grid', { name: 'Where each VM can move' });
  const row = grid.getByRole('row', { name: /^<img src=x/ });
  await expect(row.getByRole('gridcell', { name: /Falls back, to VMDq/ })).toBeAttached();
  await page.getByRole('navigation').getByRole('button', { name: 'Sources' }).click();
  await page.getByRole('tab', { name: /problem/ }).click();
  await expect(page.getByText('HV09.Get-VM.json').first()).toBeVisible();

  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText(/0 VMs|No files|Nothing/).first()).toBeVisible();
  await page.getByRole('button', { name: 'Redo' }).click();
  await app.close();
  expect(existsSync(`${plan}-wal`)).toBe(false);

  const again = await launch(userFolder, [plan]);
  await expect(again.page.getByText('3 hosts', { exact: true })).toBeVisible();
  await again.app.close();
});

test('a report is written as HTML and as PDF with the same content', async ({
  portolan,
  userFolder,
}) => {
  const { page, app } = portolan;
  await expect(page.getByText('12 hosts', { exact: true })).toBeVisible();
  for (const format of ['HTML', 'PDF'] as const) {
    const path = join(userFolder, `report.${format.toLowerCase()}`);
    await answerDialogs(app, { save: path });
    await page.getByRole('banner').getByRole('button', { name: 'Report…' }).click();
    const box = page.getByRole('dialog', { name: 'Report' });
    await box.getByRole('radio', { name: new RegExp(`^${format}`) }).check();
    await box.getByRole('button', { name: 'Write the report…' }).click();
    await expect(box.getByText(`report.${format.toLowerCase()}`)).toBeVisible();
    await box.getByRole('button', { name: 'Close' }).click();
    const bytes = readFileSync(path);
    if (format === 'PDF') {
      expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
      expect(bytes.length).toBeGreaterThan(20_000);
    } else {
      const text = bytes.toString('utf8');
      expect(text).toContain('k8s-node-1');
      expect(text).not.toContain('<script');
    }
  }
});

test('a file that is no plan is refused with a sentence and what to do', async ({
  portolan,
  userFolder,
}) => {
  const { page, app } = portolan;
  await expect(page.getByText('12 hosts', { exact: true })).toBeVisible();
  const foreign = join(userFolder, 'notes.portolan');
  writeFileSync(foreign, 'not a database, but long enough to be looked at closely '.repeat(40));
  await answerDialogs(app, { open: [foreign] });
  await page.keyboard.press('Control+k');
  await page.getByRole('option', { name: /Open a plan/ }).click();
  await expect(page.getByText(/is not a Portolan plan/)).toBeVisible();
  await expect(page.getByText('12 hosts', { exact: true })).toBeVisible();
});

test('a plan that cannot be opened at the start is refused in words, not in silence', async ({
  userFolder,
}) => {
  const plan = join(userFolder, 'Gone.portolan');
  const started = await launch(userFolder, [plan]);
  try {
    await expect(started.page.getByRole('heading', { name: 'Portolan' })).toBeVisible();
    await expect(started.page.getByRole('status').first()).toContainText('Gone.portolan');
  } finally {
    await started.app.close();
  }
});
