import { expect, it } from 'vitest';
import { printable } from '../../src/text/printable.js';

it.each([
  ['氏名\t佐藤\n', '氏名\t佐藤\n'],
  ['\u001b[31mred', '\\u001b[31mred'],
  ['a\u202eb\u2066c\u200f', 'a\\u202eb\\u2066c\\u200f'],
  ['\u0000\r\u009b', '\\u0000\\u000d\\u009b'],
])('%j is printed as %j', (text, expected) => {
  expect(printable(text)).toBe(expected);
});
