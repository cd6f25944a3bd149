import { describe, expect, it } from 'vitest';
import { table, width } from '../../src/text/table.js';

describe('width', () => {
  it.each([
    ['abc', 3],
    ['突合', 4],
    ['ｶﾅ', 2],
    ['カナ', 4],
    ['\u{20bb7}野', 4],
  ])('%s is %d columns', (text, columns) => {
    expect(width(text)).toBe(columns);
  });
});

describe('table', () => {
  it('aligns the first column left and the others right', () => {
    expect(
      table([
        ['業務', 'C'],
        ['カード', '12'],
      ]),
    ).toBe('業務     C\nカード  12');
  });
});
