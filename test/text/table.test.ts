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

  it('never cuts a figure: half a number is another one', () => {
    const rows = [
      ['業務', '点検した件数の合計'],
      ['マイナンバーカード', '123,456,789'],
      ['口座', '-1.5 %'],
    ];
    expect(table(rows, 21)).toBe('業務      点検した件…\nマイナ…   123,456,789\n口座           -1.5 %');
    expect(table(rows, 10)).toContain('123,456,789');
  });
});
