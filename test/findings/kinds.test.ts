import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LinkSpec } from '../../src/audit/pipeline-file.js';
import { openDuckDb } from '../../src/engine/duckdb.js';
import type { Engine } from '../../src/engine/engine.js';
import { FINDING_KINDS, kindOf } from '../../src/findings/kinds/index.js';

const source = (id: string, options: Partial<LinkSpec>): LinkSpec => ({
  id,
  files: [],
  format: 'csv',
  encoding: 'utf-8',
  layout: null,
  columns: {},
  maxRejectShare: 0.01,
  title: { ja: id, en: id },
  via: 'my_number',
  onePerResident: false,
  onePerRecord: false,
  maxUnknownShare: 0.5,
  ...options,
});
const SOURCES = [
  source('cards', { onePerResident: true }),
  source('accounts', { onePerRecord: true }),
  source('services', { via: 'auth_serial' }),
  source('welfare', { via: 'resident_id' }),
];

let engine: Engine;
beforeAll(async () => {
  engine = await openDuckDb();
  await engine.run(`
    CREATE TABLE residents AS SELECT * FROM (VALUES
      (1, 'active'), (2, 'active'), (3, 'dead'), (4, 'departed')) t(rid, vitality);
    CREATE TABLE links AS SELECT *, CASE lid WHEN 24 THEN 14 ELSE lid END AS "number",
      CASE WHEN src = 3 THEN CASE lid WHEN 42 THEN '40' ELSE CAST(lid AS VARCHAR) END END AS resident_key FROM (VALUES
      -- lid, src, record_id, rid, number_state, vitality
      (10, 0, 'card-1', 1, 'ok', 'active'),
      (11, 0, 'card-2', 1, 'ok', 'active'),
      (12, 0, 'card-3', 2, 'ok', 'active'),
      (13, 0, 'card-4', 2, 'ok', 'ended'),
      (14, 0, 'card-5', NULL, 'ok', 'active'),
      (15, 0, 'card-6', NULL, 'check-digit', 'active'),
      (16, 0, 'card-7', NULL, 'malformed', 'active'),
      (17, 0, 'card-8', 3, 'ok', 'active'),
      (18, 0, 'card-9', 3, 'ok', 'ended'),
      (19, 0, 'card-10', 4, 'ok', 'active'),
      (20, 1, 'account-1', 1, 'ok', 'active'),
      (21, 1, 'account-1', 2, 'ok', 'active'),
      (22, 1, 'account-2', 1, 'ok', 'active'),
      (23, 1, 'account-2', 1, 'ok', 'active'),
      (24, 1, 'account-3', NULL, 'ok', 'active'),
      (25, 1, 'account-4', NULL, 'ok', 'active'),
      (30, 2, 'user-1', NULL, 'missing', 'active'),
      (31, 2, 'user-2', 1, 'missing', 'active'),
      -- A number in a source that is tied by something else decides nothing.
      (40, 3, 'case-1', NULL, 'missing', 'active'),
      (41, 3, 'case-2', 1, 'check-digit', 'active'),
      (42, 3, 'case-3', NULL, 'ok', 'active')) t(lid, src, record_id, rid, number_state, vitality);
    CREATE TABLE graded_wrong AS SELECT * FROM (VALUES (10, 2), (12, 1), (20, NULL), (31, 2)) t(lid, owner);
    CREATE TABLE swap_cycles AS SELECT * FROM (VALUES (10, 10), (12, 10)) t(lid, cycle)`);
});
afterAll(() => engine.close());

async function lidsOf(id: string): Promise<number[]> {
  const sql = FINDING_KINDS.find((kind) => kind.id === id)!.sql(SOURCES)!;
  return (await engine.rows<{ lid: number }>(`SELECT lid FROM (${sql}) ORDER BY lid`)).map(({ lid }) => lid);
}

describe('finding kinds', () => {
  it.each([
    ['wrong-resident', [31]],
    ['swapped-links', [10, 12]],
    ['nobody-fits', [20]],
    ['unknown-number', [14, 24, 25, 40, 42]],
    ['invalid-number', [15, 16]],
    ['shared-record', [20, 21]],
    ['duplicate-link', [10, 11]],
    ['defunct-resident', [17, 19]],
    ['stale-binding', [30]],
  ])('%s finds %j', async (id, lids) => {
    expect(await lidsOf(id)).toEqual(lids);
  });

  it('unknown-number groups the records that have one number, whatever their source', async () => {
    const sql = kindOf('unknown-number').sql(SOURCES)!;
    const rows = await engine.rows<{ lid: number; group_key: string }>(`SELECT * FROM (${sql}) ORDER BY lid`);
    const [card, same, other, key, another] = rows.map(({ group_key }) => group_key);
    expect(same).toBe(card);
    expect(other).not.toBe(card);
    expect(another).toBe(key);
    // A key of residents is no number, whatever its digits.
    expect(rows.slice(0, 3).map(({ group_key }) => group_key)).not.toContain(key);
  });

  it('ask nothing of sources that cannot have them', () => {
    const plain = [source('plain', {})];
    const silent = ['shared-record', 'duplicate-link', 'stale-binding', 'duplicate-resident'];
    expect(
      FINDING_KINDS.filter(({ sql }) => sql(plain) === null)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(silent.sort());
  });

  // The words of CONTRACT.md and DOMAIN.md: which kinds say that a link is wrong, which ask whose record it is, and
  // through which one person sees another's data.
  it.each([
    ['wrong-resident', 'wrong asks shows'],
    ['swapped-links', 'wrong asks shows'],
    ['nobody-fits', 'wrong asks shows'],
    ['unknown-number', 'wrong'],
    ['invalid-number', 'wrong'],
    ['shared-record', 'shows'],
    ['duplicate-link', ''],
    ['defunct-resident', ''],
    ['stale-binding', ''],
    ['duplicate-resident', ''],
  ])('%s says: %s', (id, facts) => {
    const { isWrongLink, asksWhoseRecord, showsAnother } = kindOf(id);
    const said = [isWrongLink && 'wrong', asksWhoseRecord && 'asks', showsAnother && 'shows'].filter(Boolean);
    expect(said.join(' ')).toBe(facts);
  });

  it('are known by their ids only', () => {
    expect(() => kindOf('clean-sample')).toThrow(RangeError);
  });

  it('put links that belong together into one group', async () => {
    const sql = FINDING_KINDS.find((kind) => kind.id === 'shared-record')!.sql(SOURCES)!;
    const groups = await engine.rows<{ group_key: string }>(`SELECT DISTINCT group_key FROM (${sql})`);
    expect(groups).toHaveLength(1);
  });
});
