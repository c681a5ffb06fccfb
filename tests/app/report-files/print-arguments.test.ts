import { expect, it } from 'vitest';
import {
  printArguments,
  readPrintArguments,
} from '../../../electron/app/report-files/print-arguments';

it('reads what it writes, among other arguments', () => {
  const request = { htmlPath: '/tmp/a report.html', pdfPath: 'C:\\Reports\\a=b.pdf' };
  expect(readPrintArguments(['electron', '.', ...printArguments(request)])).toEqual(request);
});

it('asks for nothing when one of the two files is missing', () => {
  expect(readPrintArguments(['electron', '.', '--portolan-print-pdf=/tmp/a.html'])).toBeNull();
  expect(readPrintArguments(['--portolan-print-pdf=/a', '--portolan-print-out='])).toBeNull();
});
