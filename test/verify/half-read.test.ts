import { describe, expect, it } from 'vitest';
import { halfReadRatio } from '../../src/verify/reading/half-read.js';
import { createReadings } from '../../src/verify/reading/reading.js';

const READINGS = createReadings([]);

/** Kanji, a kana that they do not read, and whether one of them does. */
const CASES: readonly (readonly [string, string, 'half' | 'none' | null])[] = [
  ['琉大', 'ルウ', 'half'],
  ['梨奈', 'ルナ', 'half'],
  ['未来', 'シク', 'half'],
  ['美月', 'ミライ', 'half'],
  ['和也', 'カズハ', 'half'],
  ['大翔', 'ナイト', 'half'],
  ['健太郎', 'コウタロウ', 'half'],
  ['和也', 'ミノル', 'none'],
  ['梨奈', 'サクラ', 'none'],
  ['健一', 'ショウタ', 'none'],
  ['美月', 'ユウコ', 'none'],
  ['未来', 'ハルカ', 'none'],
  // A single kanji, or a single kana, has no halves.
  ['翔', 'ナイト', null],
  ['美月', 'ウ', null],
  ['', 'ミライ', null],
];

describe('halfReadRatio', () => {
  it.each(CASES)('%s, %s: %s', (written, kana, expected) => {
    const ratio = halfReadRatio(written, kana, READINGS);
    if (expected === null) expect(ratio).toBeNull();
    // 0.87 / 0.2 and 0.13 / 0.8
    else expect(ratio).toBeCloseTo(expected === 'half' ? 4.35 : 0.1625);
  });

  it('takes what the register reads of a character into account', () => {
    expect(halfReadRatio('琉大', 'ソラミ', READINGS)).toBeLessThan(1);
    expect(halfReadRatio('琉大', 'ソラミ', createReadings([['琉', 'ソラ', 3]]))).toBeGreaterThan(1);
  });
});
