import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { nations } from '../../src/synth/names/foreign-names.js';
import { givenNames } from '../../src/synth/names/given-names.js';
import { bearers, surnames } from '../../src/synth/names/surnames.js';

const family = surnames();
const given = givenNames();
const foreign = nations().flatMap((nation) => [...nation.family, ...nation.male, ...nation.female]);

describe('surnames', () => {
  test('are as frequent as published', () => {
    const top = (n: number) =>
      Array.from({ length: n }, (_, rank) => bearers(rank)).reduce((sum, w) => sum + w, 0);
    // Millions of bearers of the top 10, 100 and 1,000 surnames, as published.
    expect(top(10) / 1000).toBeCloseTo(12.6, 0);
    expect(top(100) / 1000 / 41.3).toBeCloseTo(1, 1);
    expect(top(1000) / 1000 / 87.9).toBeCloseTo(1, 1);
  });

  test('number in the thousands, with variants and second readings', () => {
    const texts = new Set(family.map(({ text }) => text));
    expect(texts.size).toBeGreaterThan(9000);
    for (const text of ['\u{9ad9}橋', '齋藤', '渡邊', '渡邉', '山\u{fa11}', '澤田'])
      expect(texts).toContain(text);
    const readings = family.filter(({ text }) => text === '中島').map(({ kana }) => kana);
    expect(readings).toEqual(['ナカジマ', 'ナカシマ']);
  });
});

test('given names differ by sex and era, several kanji to a reading', () => {
  expect(new Set(given.entries.map(({ text }) => text)).size).toBeGreaterThan(600);
  expect(given.weights).toHaveLength(10);
  const kazuo = new Set(given.entries.filter(({ kana }) => kana === 'カズオ').map(({ text }) => text));
  expect(kazuo.size).toBeGreaterThan(4);
});

test('every written form can be written in CP932 and every reading is katakana', () => {
  const entries = [...family, ...given.entries, ...foreign];
  const texts = entries.flatMap(({ text, variant, unknown, hanzi }) => [text, variant, unknown, hanzi]);
  const lost = texts.filter(
    (text) => text !== null && iconv.decode(iconv.encode(text, 'cp932'), 'cp932') !== text,
  );
  expect(lost).toEqual([]);
  expect(entries.filter(({ kana, text }) => !/^[ァ-ヴー　]+$/.test(kana) || text === '')).toEqual([]);
});
