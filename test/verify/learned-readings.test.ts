import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDuckDb } from '../../src/engine/duckdb.js';
import type { Engine } from '../../src/engine/engine.js';
import { learnedReadings } from '../../src/verify/learned-readings.js';
import type { Readings } from '../../src/verify/reading/reading.js';

// Family name, its kana, rows of the register that hold the pair.
const ROWS: readonly (readonly [string, string, number])[] = [
  ['月', 'ライト', 2],
  ['別附', 'トコロヅキ', 2],
  ['雲', 'マサル', 1],
  ['星', 'ホシ', 2998],
  ['星', 'キララ', 2],
  ['NGUYEN', 'グエン', 30],
  ['NGUYEN', 'タナカ', 1],
  ['NGUYEN', 'ヤマモト', 2],
  ['CHOLMONDELEY', 'チャムリー', 1],
];

let engine: Engine;
let readings: Readings;

beforeAll(async () => {
  engine = await openDuckDb();
  const rows = ROWS.map(([nf, kf, n]) => `('${nf}', '${kf}', ${n})`).join(', ');
  await engine.run(`
    CREATE TABLE residents AS SELECT nf, kf, NULL AS ng, NULL AS kg FROM (VALUES ${rows}) AS t(nf, kf, n), range(t.n);
    CREATE TABLE links AS SELECT * FROM residents WHERE false`);
  readings = await learnedReadings(engine);
});
afterAll(() => engine.close());

describe('readings learned from a run', () => {
  it.each([
    ['月', 'ライト', 'reads', 'seen twice'],
    ['別附', 'トコロズキ', 'reads', 'as the ear has it'],
    ['別附', 'ツキトコロ', 'differs', 'another one'],
    ['雲', 'マサル', 'differs', 'seen once: may be a slip'],
    ['星', 'キララ', 'differs', 'two of three thousand bearers: a slip made twice'],
    ['CHOLMONDELEY', 'チャムリー', 'near', 'a Latin name seen once, and never otherwise'],
    ['NGUYEN', 'グエン', 'reads', 'as most of them'],
    ['NGUYEN', 'タナカ', 'differs', 'the kana of one bearer’s alias'],
    ['NGUYEN', 'ヤマモト', 'differs', 'the kana of two bearers’ aliases'],
  ])('%s %s %s (%s)', (written, kana, verdict) => {
    expect(readings.reads(written, kana).verdict).toBe(verdict);
  });
});
