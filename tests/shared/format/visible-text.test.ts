import { expect, it } from 'vitest';
import { visibleText } from '../../../shared/format/visible-text';

it.each([
  ['a terminal sequence', 'a\u001b[31mb', 'a[U+001B][31mb'],
  ['a carriage return that would overwrite the line', 'safe\rEVIL', 'safe[U+000D]EVIL'],
  ['a C1 control', 'a\u009bb', 'a[U+009B]b'],
  ['a reversal of the reading order', 'sql\u202Egpj', 'sql[U+202E]gpj'],
  ['a line separator and a byte order mark', 'a\u2028b\ufeff', 'a[U+2028]b[U+FEFF]'],
])('writes %s out', (_name, given, shown) => expect(visibleText(given)).toBe(shown));

it('leaves letters of all scripts, emoji, joiners, tabs and line feeds alone', () => {
  const text = 'שרת 会計サーバー خادم می\u200cخواهم 👩‍💻\tzwei\nZeilen';
  expect(visibleText(text)).toBe(text);
});
