import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kanaKey } from '../../src/normalize/name/kana.js';
import { isTruncatedKana, isTruncatedLatin } from '../../src/verify/truncated-kana.js';

describe('isTruncatedKana', () => {
  // ヴ, デ, ジ … take two bytes: the first 30 bytes written out by hand.
  const full = 'ヴェンカタラマナン　ジェガディーサンクマールシンハラーム';
  const cut = 'ｳﾞｴﾝｶﾀﾗﾏﾅﾝ ｼﾞｴｶﾞﾃﾞｲｰｻﾝｸﾏｰﾙｼﾝﾊﾗ';

  it('knows a name cut at 30 bytes, dakuten counted', () => {
    expect(cut.length).toBe(30);
    expect(isTruncatedKana(cut, full)).toBe(true);
    expect(isTruncatedKana(kanaKey(cut), kanaKey(full))).toBe(true);
  });

  it('knows one cut between a kana and its dakuten', () => {
    const name = 'アイウエオカキクケコ　サシスセソタチツテトナニヌネノハヒフガマ';
    const holder = 'ｱｲｳｴｵｶｷｸｹｺ ｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌｶ';
    expect(holder.length).toBe(30);
    expect(isTruncatedKana(holder, name)).toBe(true);
  });

  it.each([
    ['a short prefix', 'ﾔﾏﾀﾞ ﾀ', 'ヤマダ　タロウ'],
    ['the whole', 'ﾔﾏﾀﾞ ﾀﾛｳ', 'ヤマダ　タロウ'],
    ['another name', cut, 'アンダーソン　マイケルジョンアレクサンダーロバートウィリアム'],
    ['nothing', '', full],
  ])('%s is not a cut', (_, bank, name) => expect(isTruncatedKana(bank, name)).toBe(false));

  it('holds for every long name cut at 30 bytes', () => {
    const letters = [...'アガサザパヴンルコ'];
    const name = fc
      .array(fc.constantFrom(...letters), { minLength: 31, maxLength: 45 })
      .map((k) => k.join(''));
    fc.assert(
      fc.property(name, (value) => {
        const bytes = value
          .replace(/[ガザヴ]/g, (k) => `${{ ガ: 'カ', ザ: 'サ', ヴ: 'ウ' }[k]}゛`)
          .replace(/パ/g, 'ハ゜');
        expect(isTruncatedKana(bytes.slice(0, 30), value)).toBe(true);
        expect(isTruncatedKana(bytes.slice(0, 20), value)).toBe(false);
      }),
    );
  });
});

describe('isTruncatedLatin', () => {
  it.each([
    ['RAMIREZ ANA BEATRIZ DOS SANTOS', 'RAMIREZ ANA BEATRIZ DOS SANTOS LIMA', true],
    // The thirtieth place held the blank.
    ['RAMIREZ ANA BEATRIZ DE SANTOS', 'RAMIREZ ANA BEATRIZ DE SANTOS LIMA', true],
    ['BAUTISTA MARIA CRISTINA DE GUZ', 'BAUTISTA MARIA CRISTINA DE GUZMAN', true],
    ['BAUTISTA MARIA CRISTINA DE GUZ', 'BAUTISTA MARIA CRISTINA DELA CRUZ', false],
    ['BAUTISTA MARIA CRISTINA DE GUZ', 'BAUTISTA MARIA CRISTINA DE GUZ', false],
    // Shorter: whoever wrote it left the rest out.
    ['BAUTISTA MARIA CRISTINA', 'BAUTISTA MARIA CRISTINA DE GUZMAN', false],
    ['BAUTISTA MARIA CRISTINA DE GUZM', 'BAUTISTA MARIA CRISTINA DE GUZMAN', false],
  ])('%s is %s cut off: %s', (bank, full, expected) => {
    expect(isTruncatedLatin(bank, full)).toBe(expected);
  });
});
