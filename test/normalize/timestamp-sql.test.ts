import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDuckDb } from '../../src/engine/duckdb.js';
import type { Engine } from '../../src/engine/engine.js';
import { literal } from '../../src/engine/sql.js';
import { parseTimestamp } from '../../src/normalize/date/parse-timestamp.js';
import { plainTime, shownTime } from '../../src/prepare/timestamp-sql.js';

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

  it('reads moments counted from 1970, as the clock in Japan showed them', async () => {
    const noon = Date.UTC(2023, 3, 1, 12, 30, 15) / 1000;
    expect(await plain(['1680319815', '1680319815999', '1680319815.5', '1900000000', '999999999'])).toEqual([
      noon,
      noon,
      null,
      null,
      null,
    ]);
  });

  it('shows those moments as the clock in Japan did, and anything else as it was read', async () => {
    const texts = [
      '1680319815',
      '1680319815999',
      '2023-04-01 12:30',
      '１６８０３１９８１５',
      '1900000000',
      '',
    ];
    const values = texts.map((text, i) => `(${i}, ${literal(text)})`).join(', ');
    const rows = await engine.rows<{ shown: string }>(
      `SELECT ${shownTime('t')} AS shown FROM (VALUES ${values}) v(i, t) ORDER BY i`,
    );
    const noon = '2023-04-01 12:30:15';
    expect(rows.map(({ shown }) => shown)).toEqual([noon, noon, ...texts.slice(2)]);
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
    const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 9, maxLength: 19 });
    const counted = fc.tuple(
      fc.integer({ min: 9e8, max: 22e8 }),
      fc.constantFrom('', '0', '123', '999', '123456', '123456789', '.5', '.0', ' '),
    );
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
      counted.map(([seconds, behind]) => `${seconds}${behind}`),
      written.map((text) => text.replace(/[^0-9]/g, '')),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(texts, { minLength: 50, maxLength: 50 }), async (list) => {
        const read = await plain(list);
        for (const [i, seconds] of read.entries()) {
          if (seconds !== null) expect([list[i], seconds]).toEqual([list[i], parseTimestamp(list[i]!)]);
          // What is left to the dictionary of moments is written in another way, and read by the same function.
          else if (/^1[0-8]\d{8}(\d{3})?$/.test(list[i]!)) expect(list[i]).toBe('read in SQL');
        }
      }),
    );
  });
});
