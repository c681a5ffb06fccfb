import { describe, expect, it } from 'vitest';
import { workshop } from './command';

const { portolan } = workshop();

describe('validate', () => {
  it('gives every row with published and simulated figure, error and band', async () => {
    const { code, out, err } = await portolan('validate --json --scale 0.01 --replications 1');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const { format, rows } = JSON.parse(out);
    expect(format).toBe('portolan-validation');
    expect(rows.length).toBeGreaterThan(100);
    expect(new Set(rows.map(({ id }: { id: string }) => id)).size).toBe(rows.length);
    for (const row of rows) {
      expect(row).toMatchObject({
        id: expect.any(String),
        kind: expect.stringMatching(/^(theory|calibration|validation)$/),
        error: expect.any(Number),
        inBand: expect.any(Boolean),
      });
    }
  });

  it('refuses a scale that is none', async () => {
    const { code, err } = await portolan('validate --scale much');
    expect(code).toBe(2);
    expect(err).toContain('a number from 0.01 to 100');
  });
});
