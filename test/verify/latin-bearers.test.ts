import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DuckDbOptions, openDuckDb } from '../../src/engine/duckdb.js';
import type { Engine } from '../../src/engine/engine.js';
import { makeLatinBearers } from '../../src/verify/latin-bearers.js';
import { latinEnds } from '../../src/verify/latin-ends.js';
import { createReadings } from '../../src/verify/reading/reading.js';

/** Residents by rid: the name, and its key as the register has it. */
const RESIDENTS = [
  [0, 'YAMAMOTO FERNANDA'],
  [1, 'YAMAMOTO CAMILA'],
  [2, 'DELA CRUZ CHRISTIAN'],
  [3, 'RAMOS MARIA DELA CRUZ'],
  [4, 'LE MINH NAM'],
  [5, 'LE MINH TUAN'],
  [6, 'LI JING'],
  [7, '山本　太郎'],
  [8, 'CRUZ MARY JANE SANTOS'],
] as const;

/** Suspects by lid: what stands in the kana of the account, and who may be meant. */
const SUSPECTS: readonly (readonly [number, string, readonly number[]])[] = [
  [100, 'ﾔﾏﾓﾄ ﾌｴﾙﾅﾝﾀﾞ', [0]],
  [101, 'ﾌｴﾙﾅﾝﾀﾞ ﾔﾏﾓﾄ', [0]],
  [102, 'ﾃﾞﾗｸﾙｽ ｸﾘｽﾁﾔﾝ', [2]],
  [103, 'ﾚ ﾐﾝ ﾅﾑ', [4]],
  [104, 'ｼﾞﾝ ﾘ-', [6]],
  [105, 'ｸﾙｽ ﾒｱﾘ- ｼﾞｴ-ﾝ ｻﾝﾄｽ', [8]],
  // One word is nobody's, or another's.
  [106, 'ﾔﾏﾓﾄ ﾊﾅｺ', []],
  [107, 'ﾚ ﾐﾝ ﾎｱ', []],
  // Without a blank the words are not known.
  [108, 'ﾔﾏﾓﾄﾌｴﾙﾅﾝﾀﾞ', []],
];
/** Suspects whose account is held in Latin letters, and who may be meant: a word may be left out, and none be another. */
const IN_LATIN: readonly (readonly [number, string, readonly number[]])[] = [
  [110, 'CRUZ MARY JANE', [8]],
  [111, 'MARY SANTOS', [8]],
  [112, 'FERNANDA YAMAMOTO', [0]],
  [113, 'LE MINH', [4, 5]],
  [114, 'DELACRUZ CHRISTIAN', [2]],
  // A letter, another word, one word alone.
  [115, 'YAMAMOTO C', []],
  [116, 'CRUZ MARY ANN', []],
  [117, 'MINH NAMI LE', []],
  [118, 'YAMAMOTO', []],
];
/** Of these more is known, or nothing speaks against the link. */
const OTHERS = [
  [200, 'ﾔﾏﾓﾄ ﾌｴﾙﾅﾝﾀﾞ', 19700101, 0.9],
  [201, 'ﾔﾏﾓﾄ ﾌｴﾙﾅﾝﾀﾞ', null, 0.1],
  [202, 'FERNANDA YAMAMOTO', 19700101, 0.9],
] as const;

const key = (name: string) => name.replace(/[ 　]/g, '');

/** A night with these residents and suspects, before anything is asked. */
async function night(
  residents: readonly (readonly [number, string])[],
  suspects: readonly (readonly [number, string, number | null, number])[],
  options: DuckDbOptions = {},
): Promise<Engine> {
  const engine = await openDuckDb(options);
  const rows = suspects.map(([lid, text, dob, p0]) => {
    const keys = /^[A-Z]/.test(text) ? `NULL::VARCHAR, '${key(text)}'` : `'カナ', NULL::VARCHAR`;
    return `(${lid}, NULL::VARCHAR, '${text}', ${keys}, ${dob ?? 'NULL::INTEGER'}, ${p0})`;
  });
  await engine.run(`
    CREATE TABLE residents AS SELECT * FROM (VALUES ${residents.map(([rid, name]) => `(${rid}, '${name}', '${key(name)}')`).join(', ')})
      t(rid, name, nw);
    CREATE TABLE suspects AS SELECT * FROM (VALUES ${rows.join(', ')}) t(lid, name, kana, kw, nw, dob, p0)`);
  return engine;
}
const asSuspects = (suspects: typeof SUSPECTS) =>
  suspects.map(([lid, kana]) => [lid, kana, null, 0.9] as const);

let engine: Engine;
beforeAll(async () => {
  engine = await night(RESIDENTS, [...asSuspects([...SUSPECTS, ...IN_LATIN]), ...OTHERS]);
  await makeLatinBearers(engine, createReadings([]), 'p0 >= 0.5');
});
afterAll(() => engine.close());

describe('makeLatinBearers', () => {
  it.each([...SUSPECTS, ...IN_LATIN])('%d: %s is borne by %j', async (lid, _kana, expected) => {
    const rows = await engine.rows<{ rid: number }>(
      `SELECT rid FROM latin_bearers WHERE lid = ${lid} ORDER BY rid`,
    );
    expect(rows.map(({ rid }) => rid)).toEqual(expected);
  });

  it('asks of no record that states more, and of none that nothing speaks against', async () => {
    expect(await engine.rows('SELECT * FROM latin_bearers WHERE lid >= 200')).toEqual([]);
  });
});

describe('the night after', () => {
  const RESIDENT = [9, 'LE MINH HAMA'] as const;
  const [monday, tuesday] = [createReadings([]), createReadings([['HAMA', 'ホア', 5]])];
  let dir: string;
  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'totsugo-latin-'));
    const first = await night([...RESIDENTS, RESIDENT], asSuspects(SUSPECTS.slice(1)), {
      path: join(dir, 'monday'),
    });
    await makeLatinBearers(first, monday, 'p0 >= 0.5');
    first.close();
  });
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  // ラモス may be any word from L or R to S; of ホア beside HAMA alone the register has more to say.
  it.each([
    ['knows what was asked', monday, SUSPECTS.slice(1), [0, 0], []],
    ['asks of other words', monday, [...SUSPECTS.slice(1), [109, 'ﾌｴﾙﾅﾝﾀﾞ ﾗﾓｽ', []]], [1, 20], []],
    ['asks again what the register now reads', tuesday, SUSPECTS.slice(1), [1, 1], [9]],
  ] as const)('%s', async (_, readings, suspects, [least, most], bearers) => {
    const options = { earlier: { path: join(dir, 'monday'), onDamage: () => expect.unreachable() } };
    const [second, full] = await Promise.all(
      [options, {}].map(async (more) => {
        const engine = await night([...RESIDENTS, RESIDENT], asSuspects(suspects), more);
        const filled = await makeLatinBearers(engine, readings, 'p0 >= 0.5');
        const rows = await engine.rows<{ lid: number; rid: number }>(
          'SELECT * FROM latin_bearers ORDER BY lid, rid',
        );
        const words = await engine.rows('SELECT * FROM heard_words ORDER BY ALL');
        engine.close();
        return { filled, rows, words };
      }),
    );
    expect([second!.rows, second!.words]).toEqual([full!.rows, full!.words]);
    const { called, reused } = second!.filled;
    expect(called).toBeGreaterThanOrEqual(least);
    expect(called).toBeLessThanOrEqual(most);
    expect(called + reused).toBe(full!.filled.called);
    expect(second!.rows.filter(({ lid }) => lid === 107).map(({ rid }) => rid)).toEqual(bearers);
  });
});

describe('latinEnds', () => {
  it.each([
    ['グエン', 'NGUYEN'],
    ['チョウ', 'ZHANG'],
    ['キム', 'KIM'],
    ['イ', 'LEE'],
    ['ラファエル', 'RAFAEL'],
    ['ズオン', 'DUONG'],
    ['ホワン', 'HUANG'],
    ['シュレスタ', 'SHRESTHA'],
    ['メイ', 'MING'],
    ['パク', 'PARK'],
    ['ゴ', 'WU'],
    ['ジョン', 'JOHN'],
    ['メアリー', 'MARY'],
    ['クルス', 'CRUZ'],
    ['ミン', 'MINH'],
  ])('leaves open that %s is %s', (kana, latin) => {
    const { starts, ends } = latinEnds(kana);
    expect(starts).toContain(latin[0]!);
    expect(ends).toContain(latin.at(-1)!);
  });

  it('rules out what cannot be heard so', () => {
    expect(latinEnds('ナカムラ').starts).not.toContain('K');
    expect(latinEnds('ケン').ends).not.toContain('A');
  });
});
