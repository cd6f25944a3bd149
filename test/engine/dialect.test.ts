import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Dialect, DUCKDB, TRINO } from '../../src/engine/dialect.js';
import { openDuckDb } from '../../src/engine/duckdb.js';
import type { Engine } from '../../src/engine/engine.js';
import { literal } from '../../src/engine/sql.js';
import { trinoClient } from '../../src/engine/trino-client.js';

/** A real cluster, where there is one (`npm run test:trino`). */
const URL_OF_TRINO = process.env.TOTSUGO_TRINO_URL;

let duckdb: Engine;
beforeAll(async () => {
  duckdb = await openDuckDb();
});
afterAll(() => duckdb.close());

const inDuckDb = (sql: (dialect: Dialect) => string) => duckdb.value(`SELECT ${sql(DUCKDB)}`);
async function inTrino(sql: (dialect: Dialect) => string): Promise<unknown> {
  const access = { url: URL_OF_TRINO!, user: 'test', secret: null, catalog: 'lake', schema: 'none' };
  const { rows } = await trinoClient(access, () => 'test').run(`SELECT ${sql(TRINO)}`);
  return rows[0]![0];
}
const ENGINES: readonly (readonly [string, (sql: (dialect: Dialect) => string) => Promise<unknown>])[] = [
  ['duckdb', inDuckDb],
  ...(URL_OF_TRINO ? ([['trino', inTrino]] as const) : []),
];

describe.each(ENGINES)('the dialect of %s', (_, value) => {
  it.each([
    ['09012345678', '0([679]0[0-9]|80[1-9])[0-9]{7}', true],
    ['08001234567', '0([679]0[0-9]|80[1-9])[0-9]{7}', false],
    ['YAMADA', '[A-Z]+', true],
    ['YAMADA\n', '[A-Z]+', false],
    ['xYAMADA', '[A-Z]+', false],
    ['', '[A-Z]*', true],
    ['𠮷野', '𠮷.', true],
    ['a', 'b|a', true],
    ['ab', 'b|a', false],
  ])('fits %j by %s: %s', async (text, pattern, fits) => {
    expect(await value((dialect) => dialect.fullMatch(literal(text), pattern))).toBe(fits);
  });

  it.each([
    ['tiny', 255],
    ['small', 65_535],
    ['int', -2_147_483_648],
    ['big', 999_999_999_999],
    ['double', 0.1],
    ['bool', true],
    ['text', '7'],
  ] as const)('has a type for %s', async (type, most) => {
    const written = typeof most === 'string' ? '7' : `'${most}'`;
    expect(await value((dialect) => `CAST(${written} AS ${dialect.type(type)})`)).toBe(most);
  });

  it.each([
    ['元町1番地2', '[^0-9]+', '-', '-1-2'],
    ['1番\n2\n', '[^0-9]+', '-', '1-2-'],
    ['𠮷野𠮷', '𠮷', '', '野'],
    ['aaa', 'a', 'b', 'bbb'],
    ['', '[^0-9]+', '-', ''],
  ])('replaces in %j what fits %s by %j: %j', async (text, pattern, by, replaced) => {
    expect(await value((dialect) => dialect.replaceAll(literal(text), pattern, by))).toBe(replaced);
  });

  it.each([
    ['20231231', '100000', 202],
    ['99', '100', 0],
    ['0', '7', 0],
  ])('divides %s by %s', async (a, b, quotient) => {
    expect(Number(await value((dialect) => dialect.quotient(a, b)))).toBe(quotient);
  });

  it.each([
    [5, 4, true],
    [5, 2, false],
    [0, 7, false],
    [2 ** 30, 2 ** 30 + 1, true],
  ])('sees whether %i has bits of %i: %s', async (number, bits, has) => {
    expect(await value((dialect) => dialect.hasBits(String(number), bits))).toBe(has);
  });

  // The last eight bytes of the digest, from the lowest, less 2⁶³: by Node's MD5.
  it.each(['', 'R000001-drawn', '1 ア-meets', '𠮷'])('places %j by its MD5', async (text) => {
    const place = createHash('md5').update(text).digest().readBigUInt64LE(8);
    const signed = String(place - 2n ** 63n);
    expect(await value((dialect) => `CAST(${dialect.hashPlace(literal(text))} AS varchar)`)).toBe(signed);
    for (const [share, isBelow] of [
      [place, false],
      [place + 1n, true],
    ] as const)
      expect(await value((dialect) => dialect.hashBelow(literal(text), share))).toBe(isBelow);
  });

  it('has one digest for equal columns, and others for others', async () => {
    const equal = (a: readonly string[], b: readonly string[]) =>
      value((dialect) => `${dialect.digest(a.map(literal))} = ${dialect.digest(b.map(literal))}`);
    expect(await equal(['山田', '花子'], ['山田', '花子'])).toBe(true);
    expect(await equal(['山田', '花子'], ['山田花', '子'])).toBe(false);
    expect(await equal(['a', ''], ['', 'a'])).toBe(false);
  });
});
