import { expect, test } from 'vitest';
import { withoutQuotes } from '../../src/text/without-quotes.js';

test.each([
  [
    "Conversion Error: Could not convert string '山田太郎' to INT32",
    'Conversion Error: Could not convert string ? to INT32',
  ],
  [
    'Invalid Input Error: CSV Error on Line: 2\nOriginal Line: 山田太郎,1',
    'Invalid Input Error: CSV Error on Line: 2',
  ],
  ['Binder Error: Referenced column "山田" not found', 'Binder Error: Referenced column ? not found'],
  ["Error: it's 979272444940 and 5", 'Error: it?'],
  ['TypeError: 山田 is not a function', 'TypeError: ? is not a function'],
  ['Error: x'.padEnd(5000, 'x'), 'Error: x'.padEnd(500, 'x')],
])('%j is shown as %j', (message, shown) => {
  expect(withoutQuotes(message)).toBe(shown);
});
