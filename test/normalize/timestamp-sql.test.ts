import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDuckDb } from '../../src/engine/duckdb.js';
import type { Engine } from '../../src/engine/engine.js';
import { literal } from '../../src/engine/sql.js';
import { parseTimestamp } from '../../src/normalize/date/parse-timestamp.js';
import { plainTime } from '../../src/prepare/timestamp-sql.js';

let engine: Engine;
beforeAll(async () => {
  engine = await openDuckDb();
});
afterAll(() => engine.close());

/** What SQL reads of each text, in their order. */
async function plain(texts: readonly string[]): Promise<(number | null)[]> {
  const values = texts.map((text, i) => `(${i}, ${literal(text)})`).join(', ');
  const rows = await engine.rows<{ ts: bigint | null }>(
    `SELECT ${plainTime('t')} AS ts FROM (VALUES ${values}) v(i, t) ORDER BY i`,
  );
  return rows.map(({ ts }) => (ts === null ? null : Number(ts)));
}

describe('plainTime', () => {
  it('reads the usual notations', async () => {
    const noon = Date.UTC(2023, 3, 1, 12, 30, 5) / 1000;
    const usual = ['20230401123005', '2023-04-01 12:30:05', '2023-04-01T12:30:05', '2023/04/01 12:30:05'];
    expect(await plain(usual)).toEqual(usual.map(() => noon));
  });

  it('leaves all others to the dictionary', async () => {
    const others = [
      '令和5年4月1日 12時30分',
      '2023-04-01',
      '2023-4-1 12:30:005',
      '00000401123005',
      '２０２３０４０１１２３００５',
    ];
    expect(await plain([...others, '20230230000000', '20230401250000', '2023-04-01T12:30:05Z'])).toEqual(
      Array(others.length + 3).fill(null),
    );
  });

  it('agrees with parseTimestamp wherever it reads anything', async () => {
    const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 14, maxLength: 14 });
    const [near, sign] = [
      fc.date({ min: new Date(-2e12), max: new Date(4e12), noInvalidDate: true }),
      fc.constantFrom('-', '/'),
    ];
    const written = fc
      .tuple(near, sign, fc.constantFrom(' ', 'T'))
      .map(([date, s, between]) => date.toISOString().slice(0, 19).replaceAll('-', s).replace('T', between));
    const texts = fc.oneof(
      digits.map((list) => list.join('')),
      written,
      written.map((text) => text.replace(/[^0-9]/g, '')),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(texts, { minLength: 50, maxLength: 50 }), async (list) => {
        const read = await plain(list);
        for (const [i, seconds] of read.entries()) {
          if (seconds !== null) expect([list[i], seconds]).toEqual([list[i], parseTimestamp(list[i]!)]);
        }
      }),
    );
  });
});
