import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kanaDifference } from '../../src/verify/kana-difference.js';
import { kanaSpellings } from '../../src/verify/kana-spellings.js';

const MOST = 200;
const kana = fc
  .array(
    fc.constantFrom(...'アイウエオカガキケサシジズセタダチヂツヅトナノハバパヒフベマミユヨラリワンーヴ'),
    {
      maxLength: 12,
    },
  )
  .map((letters) => letters.join(''));

describe('kanaSpellings', () => {
  it.each([
    // Dakuten and handakuten, left out, put in or exchanged.
    ['タケバメグミ', 'タケハメグミ'],
    ['タケハメグミ', 'タケバメグミ'],
    ['ナカシマ', 'ナカジマ'],
    ['ホンマ', 'ボンマ'],
    ['ペトロワ', 'ベトロワ'],
    ['ミヅエ', 'ミズエ'],
    ['ミスエ', 'ミヅエ'],
    ['チヂワ', 'チジワ'],
    ['ウイクター', 'ヴイクター'],
    // All of them at once, as a system without dakuten writes, and as it should read.
    ['ワタナベジユンジ', 'ワタナヘシユンシ'],
    ['ワタナヘシユンシ', 'ワタナベジユンジ'],
    ['ガギグゲゴザジズゼゾダヂヅデド', 'カキクケコサシスセソタチツテト'],
    // How a long vowel is written.
    ['オータ', 'オオタ'],
    ['オータ', 'オウタ'],
    ['オオノユウコ', 'オーノユーコ'],
    ['リヨータ', 'リヨウタ'],
    ['ケイコ', 'ケーコ'],
    ['マリーア', 'マリア'],
    ['マリア', 'マリーア'],
  ])('%s may be %s', (key, other) => expect(kanaSpellings(key, MOST)).toContain(other));

  it.each([
    ['ユウキ', 'ユキ'],
    ['ユキ', 'ユウキ'],
    ['マサアキ', 'マサキ'],
    ['オオノ', 'オノ'],
    ['サトウ', 'カトウ'],
    ['タケバ', 'タケダ'],
    ['シンジ', 'チンジ'],
    ['ヒロシ', 'ヒロキ'],
    ['ジユン', 'ユン'],
    ['ナミ', 'ナビ'],
  ])('%s is not %s', (key, other) => expect(kanaSpellings(key, MOST)).not.toContain(other));

  it('gives what differs least first, no more than it is asked for, and never the key', () => {
    expect(kanaSpellings('ヤマ', MOST)).toEqual(['ヤーマ', 'ヤマー']);
    expect(kanaSpellings('', MOST)).toEqual([]);
    expect(kanaSpellings('東●?', MOST)).toEqual([]);
    expect(kanaSpellings('カキクケコサシスセソ'.repeat(3), 20)).toHaveLength(20);
    const spellings = kanaSpellings('タケバ', MOST);
    expect(spellings.indexOf('タケハ')).toBeLessThan(spellings.indexOf('ダゲハ'));
  });

  it('is what compares as the same kana but for notation, whoever is asked', () => {
    const SAME = ['sound', 'dakuten', 'long-vowel'];
    fc.assert(
      fc.property(kana, (key) => {
        for (const other of kanaSpellings(key, MOST)) expect(SAME).toContain(kanaDifference(key, other));
      }),
    );
  });

  it('has every kana of a short name that differs in dakuten alone', () => {
    fc.assert(
      fc.property(
        fc
          .array(fc.tuple(fc.constantFrom(...'カガサザタダトドハバパフブプ'), fc.boolean()), {
            minLength: 1,
            maxLength: 4,
          })
          .map((places) => [
            places.map(([one]) => one).join(''),
            places.map(([one, off]) => (off ? one.normalize('NFD')[0]! : one)).join(''),
          ]),
        ([key, other]) => {
          if (key !== other) expect(kanaSpellings(key!, MOST)).toContain(other);
        },
      ),
    );
  });
});
