import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';

test('without a window the demonstration goes from raw files to plan, HTML and PDF', () => {
  const out = mkdtempSync(join(tmpdir(), 'portolan-demo-'));
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['out/main/portolan.cjs', 'demo', '--out', out],
    { encoding: 'utf8', timeout: 100_000 },
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toContain('12 hosts, 50 VMs');
  for (const name of ['demonstration.portolan', 'report.html', 'report.pdf']) {
    expect(stdout).toContain(join(out, name));
  }
  expect(readFileSync(join(out, 'report.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
  expect(readFileSync(join(out, 'demonstration.portolan')).subarray(0, 15).toString()).toBe(
    'SQLite format 3',
  );
});
