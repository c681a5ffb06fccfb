import { expect, it } from 'vitest';
import { tableHtml, tableText } from '../../../renderer/components/copy-table';

const table = {
  head: ['VM', 'HV01'],
  rows: [
    ['sql\t03\n', 'Keeps'],
    ['<b>&"', '-1.5'],
  ],
};

it('is one line per row and one tab per column, whatever the values hold', () => {
  expect(tableText(table)).toBe('VM\tHV01\r\nsql 03 \tKeeps\r\n<b>&"\t-1.5');
});

it('is a table without markup of its values', () => {
  expect(tableHtml(table)).toBe(
    '<table><thead><tr><th>VM</th><th>HV01</th></tr></thead><tbody>' +
      '<tr><td>sql 03 </td><td>Keeps</td></tr>' +
      '<tr><td>&lt;b&gt;&amp;&quot;</td><td>-1.5</td></tr></tbody></table>',
  );
});

it('lets no name become a formula', () => {
  const hostile = { head: ['=cmd()'], rows: [['+1+1'], ['@x'], ['-a'], ['-12']] };
  expect(tableText(hostile)).toBe("'=cmd()\r\n'+1+1\r\n'@x\r\n'-a\r\n-12");
});
