import { expect, it } from 'vitest';
import { openDuckDb } from '../../src/engine/duckdb.js';
import { drawRandomPairs } from '../../src/score/random-pairs.js';

const RESIDENTS = Array.from({ length: 300 }, (_, i) => `R${i}`);
/** Of two sources; each record is the resident's of its number. */
const RECORDS = [0, 1].flatMap((src) => RESIDENTS.slice(100 * src).map((_, i) => `${src} K${i}`));

/** Pairs of record and resident by their keys, where the rows stand in this order. */
async function drawn(residents: readonly string[], records: readonly string[]): Promise<string[]> {
  const engine = await openDuckDb();
  try {
    const own = (record: string) => residents.indexOf(record.replace(/^. K/, 'R'));
    const rows = (list: readonly string[]) => list.join(', ');
    await engine.run(`
      CREATE TABLE residents AS SELECT * FROM (VALUES ${rows(residents.map((id, rid) => `(${rid}, '${id}')`))}) t(rid, resident_id);
      CREATE TABLE links AS SELECT * FROM (VALUES ${rows(records.map((record, lid) => `(${lid}, ${own(record)}, ${record[0]}, '${record.slice(2)}')`))}) t(lid, rid, src, record_id)`);
    await drawRandomPairs(engine);
    const pairs = await engine.rows<{ lid: number; rid: number }>('SELECT lid, rid FROM random_pairs');
    return pairs.map(({ lid, rid }) => `${records[lid]} ${residents[rid]}`).sort();
  } finally {
    engine.close();
  }
}

it('pairs every record with a resident who is not its own, and spreads them', async () => {
  const pairs = await drawn(RESIDENTS, RECORDS);
  const parts = pairs.map((pair) => pair.split(' '));
  expect(parts.filter(([, record, resident]) => record!.slice(1) === resident!.slice(1))).toEqual([]);
  // A record whose next resident is its own meets nobody.
  expect(pairs.length).toBeGreaterThan(0.95 * RECORDS.length);
  expect(new Set(pairs).size).toBe(pairs.length);
  expect(new Set(parts.map(([, , resident]) => resident)).size).toBeGreaterThan(0.4 * RESIDENTS.length);
});

it('leaves the other pairs as they are where rows go, come or stand in another order', async () => {
  const before = await drawn(RESIDENTS, RECORDS);
  const gone = ['R17', 'R250'];
  const after = await drawn(RESIDENTS.filter((id) => !gone.includes(id)).toReversed(), [
    '1 K9999',
    ...RECORDS.filter((id) => id !== '0 K40').toReversed(),
  ]);
  const isOther = (pair: string) => gone.some((id) => pair.endsWith(` ${id}`)) || pair.startsWith('0 K40 ');
  expect(after).toEqual(expect.arrayContaining(before.filter((pair) => !isOther(pair))));
  const lost = before.filter((pair) => !after.includes(pair));
  expect(lost.length).toBeLessThan(20);
  expect(after.filter((pair) => pair.startsWith('1 K9999 '))).toHaveLength(1);
});

it('draws nothing where there is nobody or nothing to draw', async () => {
  expect(await drawn(RESIDENTS, ['0 K1']).then((pairs) => pairs.length)).toBeLessThan(2);
  const engine = await openDuckDb();
  try {
    await engine.run(`CREATE TABLE residents (rid INTEGER, resident_id VARCHAR);
      CREATE TABLE links AS SELECT 0 AS lid, NULL::INTEGER AS rid, 0 AS src, 'K1' AS record_id`);
    await drawRandomPairs(engine);
    expect(await engine.value<number>('SELECT count(*) FROM random_pairs')).toBe(0);
  } finally {
    engine.close();
  }
});
