import { describe, expect, it } from 'vitest';
import { kanaKey } from '../../../src/normalize/name/kana.js';
import { kanjiKey } from '../../../src/normalize/name/kanji.js';
import family from '../../../src/verify/comparisons/family.js';
import { bothWays, withEngine } from './both-ways.js';

/** A person with the keys that normalising gives. */
const person = (name: string | null, kana: string | null) => ({
  ...{ name, kana, former_name: null, alias: null },
  nw: name && kanjiKey(name),
  kw: kana && kanaKey(kana),
});

describe('family name', () => {
  withEngine();

  it.each<[string, ReturnType<typeof person>, ReturnType<typeof person>, string]>([
    ['one writing', person('佐藤　花子', 'サトウ　ハナコ'), person('佐藤 花子', 'ｻﾄｳ ﾊﾅｺ'), 'exact'],
    [
      'one writing, kana on one side',
      person('佐藤花子', null),
      person('佐藤　花子', 'サトウ　ハナコ'),
      'exact',
    ],
    [
      'kana alone on one side',
      person(null, 'サトウ　ハナコ'),
      person('佐藤　花子', 'サトウ　ハナコ'),
      'kana',
    ],
    [
      'kana alone on the other',
      person('佐藤　花子', 'サトウ　ハナコ'),
      person(null, 'サトウ　ハナコ'),
      'kana',
    ],
    ['no name', person(null, null), person('佐藤　花子', 'サトウ　ハナコ'), 'missing'],
  ])('%s is plain, by SQL as by TypeScript', async (_, record, resident, level) => {
    expect(await bothWays(family, record, resident)).toEqual([level, level]);
  });

  it('is left to TypeScript where it differs', async () => {
    const other = person('鈴木　一郎', 'スズキ　イチロウ');
    expect(await bothWays(family, person('佐藤　花子', 'サトウ　ハナコ'), other)).toEqual([
      'open',
      'different',
    ]);
  });
});
