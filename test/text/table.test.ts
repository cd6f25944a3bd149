import { describe, expect, it } from 'vitest';
import { cut, table, width } from '../../src/text/table.js';

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

  it('cuts its widest column to the terminal, by what characters take there', () => {
    const rows = [
      ['業務', '列', '件'],
      ['cards', '交付市区町村コード', '3'],
    ];
    expect(table(rows, 22, 2)).toBe('業務   列           件\ncards  交付市区町…   3');
    expect(table(rows, 200, 2)).toContain('交付市区町村コード');
    expect(cut('ｶﾞｷﾞ\u{20bb7}野', 4)).toBe('ｶﾞ…');
  });
});
