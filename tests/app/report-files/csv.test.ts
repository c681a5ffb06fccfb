import { describe, expect, it } from 'vitest';
import { csv } from '../../../electron/app/report-files/csv';

describe('csv', () => {
  it('begins with a byte order mark and ends every line with CRLF', () => {
    expect(csv(['VM', 'Hosts'], [['sql-03', 4]])).toBe('\u{FEFF}VM,Hosts\r\nsql-03,4\r\n');
  });

  it('quotes what would break a row, and leaves nothing for nothing', () => {
    const [, row] = csv(['a', 'b', 'c'], [['x, "y"\nz', null, '']]).split('\r\n');
    expect(row).toBe('"x, ""y""\nz",,');
  });

  it('never lets a text become a formula', () => {
    const [, row] = csv(['a', 'b', 'c'], [['=cmd|calc', '@x', '-1+2']]).split('\r\n');
    expect(row).toBe("'=cmd|calc,'@x,'-1+2");
  });

  it('leaves numbers as numbers', () => {
    expect(csv(['a'], [[-3.5]])).toContain('\r\n-3.5\r\n');
  });
});
