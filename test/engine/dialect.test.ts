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
});
