import { expect, test } from 'vitest';
import { readingCost } from '../../src/verify/reading/reading-cost.js';

test('a kana of thousands of letters takes no longer than its length: one ー after another is no name', () => {
  const started = performance.now();
  for (const written of ['山田', '太郎', '大和田', '五十嵐']) {
    for (const length of [1000, 5000]) {
      expect(readingCost(written, 'ー'.repeat(length))).toBe(Number.POSITIVE_INFINITY);
      expect(readingCost(written, `ヤマダ${'ノ'.repeat(length)}`)).toBe(Number.POSITIVE_INFINITY);
    }
  }
  expect(performance.now() - started).toBeLessThan(5_000);
});

test('a slip and a swap across two characters are found as before', () => {
  expect(readingCost('山田', 'ヤマタ')).toBeLessThan(5);
  expect(readingCost('中村', 'ナカムラ')).toBe(0);
  expect(readingCost('中村', 'ナムカラ')).toBeLessThan(5);
});
